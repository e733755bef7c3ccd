import { describe, expect, it } from "vitest";
import { hue, initials } from "./Avatar";

describe("an avatar", () => {
  it("shows the first letters of the first and the last name", () => {
    expect(initials("Maya Okafor")).toBe("MO");
    expect(initials("Anna Maria von der Heide")).toBe("AH");
    expect(initials("Rosa")).toBe("R");
    expect(initials("  ")).toBe("?");
    expect(initials("李 小龙")).toBe("李小");
  });

  it("has one of eight colours, always the same for the same person", () => {
    const hues = Array.from({ length: 100 }, (_, n) => hue(`person-${n}`));
    expect(new Set(hues)).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 8]));
    expect(hue("person-1")).toBe(hue("person-1"));
  });
});
