import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const here = import.meta.dirname;
const sources = join(here, "../..");
const sprite = readFileSync(join(here, "icons.svg"), "utf8");
const drawn = new Set([...sprite.matchAll(/<symbol id="i-([\w-]+)"/g)].map(([, name]) => name ?? ""));
const named = [...readFileSync(join(here, "Icon.tsx"), "utf8").matchAll(/^\s+\| "([\w-]+)"/gm)].map(
  ([, name]) => name ?? "",
);

describe("the icon sprite", () => {
  it("draws every icon that can be named, and the brand mark", () => {
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !drawn.has(name))).toEqual([]);
    expect(drawn).toContain("parley");
  });

  it("draws no icon that no page uses", () => {
    const code = readdirSync(sources, { recursive: true, encoding: "utf8" })
      .filter((path) => /\.tsx?$/.test(path) && !path.includes(".test.") && !path.endsWith("ui/Icon.tsx"))
      .map((path) => readFileSync(join(sources, path), "utf8"))
      .join("\n");
    const unused = named.filter((name) => !code.includes(`"${name}"`));
    expect(unused).toEqual([]);
  });

  it("draws the five presences", () => {
    for (const presence of ["available", "away", "inactive", "unavailable", "offline"]) {
      expect(sprite).toContain(`id="s-${presence}"`);
    }
  });
});
