import { describe, expect, it } from "vitest";
import { carriesWhite } from "./contrast";

function contrastWithWhite(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

describe("a colour that white text stands on", () => {
  it.each(["#0f766e", "#000000", "#9f4a1f", "#1F4F94"])("may be %s", (colour) => {
    expect(carriesWhite(colour)).toBe(true);
  });

  it.each(["#ffffff", "#facc15", "#10a37f", "#0f7", "teal", "", "#0f766e80", "#12345g", "url(#a)"])(
    "may not be %s",
    (colour) => {
      expect(carriesWhite(colour)).toBe(false);
    },
  );

  it("is never taken below 4.5 : 1, and hardly ever refused above", () => {
    for (let value = 0; value < 0x1000000; value += 0x1357) {
      const colour = `#${value.toString(16).padStart(6, "0")}`;
      const contrast = contrastWithWhite(colour);
      if (contrast < 4.5) expect(carriesWhite(colour), colour).toBe(false);
      if (contrast > 4.53) expect(carriesWhite(colour), colour).toBe(true);
    }
  });
});
