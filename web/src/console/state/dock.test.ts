import { beforeEach, describe, expect, it } from "vitest";
import { Dock } from "./dock";

function screen(width: number): void {
  Object.defineProperty(window, "innerWidth", { value: width, configurable: true });
}

beforeEach(() => {
  localStorage.clear();
  screen(1440);
});

describe("the bubble's windows", () => {
  it("are three at most, the newest first, as many as fit", () => {
    const dock = new Dock("maya");
    ["a", "b", "c", "d"].forEach((chat) => dock.show(chat));
    expect(dock.windows.value).toEqual(["d", "c", "b"]);
    dock.toggleList();
    expect(dock.windows.value).toEqual(["d", "c"]);
    dock.resize("d");
    dock.resize("c");
    expect(dock.windows.value).toEqual(["d"]);
  });

  it("never are none because the screen is small", () => {
    screen(380);
    const dock = new Dock("maya");
    dock.show("a");
    expect(dock.windows.value).toEqual(["a"]);
    expect(dock.narrow.value).toBe(true);
  });

  it("change places with their neighbours only", () => {
    const dock = new Dock("maya");
    ["a", "b", "c"].forEach((chat) => dock.show(chat));
    expect(dock.mayMove("c", 1)).toBe(false);
    dock.move("c", 1);
    expect(dock.windows.value).toEqual(["c", "b", "a"]);
    dock.move("c", -1);
    expect(dock.windows.value).toEqual(["b", "c", "a"]);
    dock.move("a", 1);
    expect(dock.windows.value).toEqual(["b", "a", "c"]);
    expect(dock.mayMove("c", -1)).toBe(false);
  });

  it("stay where and how large they were, for each agent", () => {
    const before = new Dock("maya");
    before.show("a");
    before.show("b");
    before.resize("a");
    before.toggleList();
    const again = new Dock("maya");
    expect([again.listOpen.value, again.windows.value]).toEqual([true, ["b", "a"]]);
    expect([again.large("a"), again.large("b")]).toEqual([true, false]);
    expect(new Dock("jonas").windows.value).toEqual([]);
  });

  it("of chats that are over are not brought back", () => {
    const dock = new Dock("maya");
    ["a", "b"].forEach((chat) => dock.show(chat));
    dock.keepOnly((chat) => chat === "b");
    expect(new Dock("maya").windows.value).toEqual(["b"]);
  });

  it("begin anew where what was kept cannot be read", () => {
    localStorage.setItem("parley.dock.maya", "no json");
    expect(new Dock("maya").windows.value).toEqual([]);
  });
});
