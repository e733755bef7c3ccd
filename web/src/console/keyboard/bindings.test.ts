import { describe, expect, it } from "vitest";
import {
  combinationOf,
  EVERYWHERE,
  everywhere,
  keptByBrowsers,
  keysOf,
  objection,
  SINGLE,
  single,
  spokenKeys,
  written,
  type Bound,
} from "./bindings";

const all = Object.keys({ ...EVERYWHERE, ...SINGLE }) as Bound[];

function pressed(key: string, change: KeyboardEventInit = {}): string | undefined {
  return combinationOf(new KeyboardEvent("keydown", { key, ...change }));
}

describe("the usual keys", () => {
  it("collide with nothing that Chromium, Firefox or Safari keep for themselves", () => {
    expect(Object.values(EVERYWHERE).filter(keptByBrowsers)).toEqual([]);
    expect(keptByBrowsers("Ctrl+T")).toBe(true);
    expect(keptByBrowsers("Alt+P")).toBe(true);
    expect(keptByBrowsers("Ctrl+Shift+N")).toBe(true);
    expect(keptByBrowsers("Ctrl+Alt+Q")).toBe(true);
  });

  it("are each used once, and could each be chosen for what they do", () => {
    expect(new Set(all.map((name) => keysOf(name, {}))).size).toBe(all.length);
    expect(all.filter((name) => objection(name, keysOf(name, {}), {}))).toEqual([]);
  });
});

describe("a combination", () => {
  it("names its modifiers in one order, with Cmd as Ctrl", () => {
    expect(pressed("k", { metaKey: true })).toBe("Ctrl+K");
    expect(pressed("ArrowUp", { altKey: true, shiftKey: true })).toBe("Alt+Shift+ArrowUp");
    expect(pressed("F6", { shiftKey: true })).toBe("Shift+F6");
  });

  it("is not yet there while only modifiers are down, nor while an input method composes", () => {
    expect(pressed("Control", { ctrlKey: true })).toBeUndefined();
    expect(pressed("a", { isComposing: true })).toBeUndefined();
  });

  it("does not count the shift that makes a sign", () => {
    expect(pressed("?", { shiftKey: true })).toBe("?");
    expect(pressed("/", { shiftKey: true, ctrlKey: true })).toBe("Ctrl+/");
  });
});

describe("keys that an agent chose", () => {
  it("take the place of the usual ones, which then do nothing", () => {
    const chosen = { palette: "Ctrl+;", note: "I" };
    expect(everywhere(chosen, "Ctrl+;")).toBe("palette");
    expect(everywhere(chosen, "Ctrl+K")).toBeUndefined();
    expect(single(chosen, "I")).toBe("note");
    expect(single({}, "G D")).toBe("dashboard");
  });

  it("are refused where they do something else, belong to the browser, or would fire while one writes", () => {
    expect(objection("palette", "Alt+ArrowDown", {})).toBe("taken");
    expect(objection("palette", "Ctrl+W", {})).toBe("browser");
    expect(objection("palette", "J", {})).toBe("taken");
    expect(objection("palette", "Q", {})).toBe("bare");
    expect(objection("note", "Ctrl+;", {})).toBe("modified");
    expect(objection("note", "G", {})).toBe("taken");
    expect(objection("note", "I", {})).toBeUndefined();
    expect(objection("nextPart", "F8", {})).toBeUndefined();
    expect(objection("palette", "N", { note: "I" })).toBe("bare");
  });

  it("are written for people and for assistive technology", () => {
    expect(written("Ctrl+K")).toBe("Ctrl/⌘ + K");
    expect(written("Alt+Shift+ArrowUp")).toBe("Alt + Shift + ↑");
    expect(written("G D")).toBe("G D");
    expect(written("Ctrl++")).toBe("Ctrl/⌘ + +");
    expect(spokenKeys("Ctrl+K")).toBe("Control+K Meta+K");
  });
});
