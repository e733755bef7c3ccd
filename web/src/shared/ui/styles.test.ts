import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const sources = join(import.meta.dirname, "../..");
const sheets = readdirSync(sources, { recursive: true, encoding: "utf8" }).filter((path) =>
  path.endsWith(".css"),
);
const physical =
  /(?<![\w-])((?:margin|padding|border)-(?:left|right)|(?:left|right)\s*:|border-(?:top|bottom)-(?:left|right)-radius|text-align:\s*(?:left|right)|float\s*:)/;

describe("style sheets", () => {
  it("are found", () => {
    expect(sheets.length).toBeGreaterThan(5);
  });

  it.each(sheets)("%s knows start and end, not left and right", (sheet) => {
    const lines = readFileSync(join(sources, sheet), "utf8").split("\n");
    const wrong = lines.filter((line) => physical.test(line));
    expect(wrong).toEqual([]);
  });

  it.each(sheets.filter((sheet) => !sheet.endsWith("tokens.css")))(
    "%s loads nothing from a data: address",
    (sheet) => {
      expect(readFileSync(join(sources, sheet), "utf8")).not.toContain("data:");
    },
  );
});
