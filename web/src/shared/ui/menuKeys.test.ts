import { describe, expect, it } from "vitest";
import { nextInMenu, nextTab } from "./menuKeys";

const labels = ["Invite", "Change channel", "Leave chat", "Close chat"];

describe("keys in a menu", () => {
  it("move down and up, and go round at the ends", () => {
    expect(nextInMenu("ArrowDown", 0, labels)).toBe(1);
    expect(nextInMenu("ArrowDown", 3, labels)).toBe(0);
    expect(nextInMenu("ArrowUp", 0, labels)).toBe(3);
  });

  it("start at an end when nothing has the focus", () => {
    expect(nextInMenu("ArrowDown", -1, labels)).toBe(0);
    expect(nextInMenu("ArrowUp", -1, labels)).toBe(3);
  });

  it("jump to the first and the last", () => {
    expect(nextInMenu("Home", 2, labels)).toBe(0);
    expect(nextInMenu("End", 0, labels)).toBe(3);
  });

  it("find the next item with that first letter", () => {
    expect(nextInMenu("c", 0, labels)).toBe(1);
    expect(nextInMenu("C", 1, labels)).toBe(3);
    expect(nextInMenu("c", 3, labels)).toBe(1);
    expect(nextInMenu("x", 0, labels)).toBeUndefined();
  });

  it("leave other keys alone", () => {
    expect(nextInMenu("Tab", 0, labels)).toBeUndefined();
    expect(nextInMenu("Enter", 0, labels)).toBeUndefined();
    expect(nextInMenu("ArrowDown", 0, [])).toBeUndefined();
  });
});

describe("keys in tabs", () => {
  it("move along the reading direction", () => {
    expect(nextTab("ArrowRight", 0, 3)).toBe(1);
    expect(nextTab("ArrowLeft", 0, 3)).toBe(2);
    expect(nextTab("ArrowLeft", 0, 3, true)).toBe(1);
    expect(nextTab("ArrowDown", 0, 3)).toBeUndefined();
  });
});
