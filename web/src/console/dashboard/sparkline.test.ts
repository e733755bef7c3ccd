import { describe, expect, it } from "vitest";
import { sparkline } from "./sparkline";

describe("a sparkline", () => {
  it("goes from the left to the right, the most on top and the least at the bottom", () => {
    expect(sparkline([0, 4, 2])).toEqual({
      line: "M4 36L54 4L104 20",
      area: "M4 36L54 4L104 20L104 40L4 40Z",
      x: 104,
      y: 20,
    });
  });

  it("is level where nothing changed", () => {
    expect(sparkline([3, 3])?.line).toBe("M4 20L104 20");
  });

  it("is not drawn of one value", () => {
    expect(sparkline([3])).toBeUndefined();
    expect(sparkline([])).toBeUndefined();
  });
});
