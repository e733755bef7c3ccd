import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

// What the frame on other people's pages shows first is counted in single kilobytes. So the build looks into the sources
// that are loaded for it, which texts and drawings they name, and leaves the others for later.

const IMPORTS = /^(?:import|export)\s+(?!type\b)(?:[^"']*?from\s+)?["'](\.[^"']+)["']/gm;

/** The sources that a module loads at once, each with its text. */
export function sourcesFrom(entry: string, seen = new Map<string, string>()): Map<string, string> {
  const path = [entry, `${entry}.ts`, `${entry}.tsx`, join(entry, "index.ts")].find(
    (each) => /\.tsx?$/.test(each) && existsSync(each),
  );
  if (!path || seen.has(path)) return seen;
  const text = readFileSync(path, "utf8");
  seen.set(path, text);
  for (const [, to] of text.matchAll(IMPORTS)) sourcesFrom(join(dirname(path), to ?? ""), seen);
  return seen;
}

const names = (text: string): Set<string> =>
  new Set([...text.matchAll(/"([\w.-]+)"/g)].map(([, name]) => name ?? ""));

export interface FirstView {
  /** Whether a text of this key is shown at first; a number's forms belong together. */
  says(key: string): boolean;
  draws(icon: string): boolean;
}

export function firstViewOf(entry: string): FirstView {
  const sources = sourcesFrom(entry);
  const all = names([...sources.values()].join("\n"));
  const drawing = names(
    [...sources]
      .filter(([path]) => !path.endsWith("Icon.tsx"))
      .map(([, text]) => text)
      .join("\n"),
  );
  return {
    says: (key) => all.has(key) || all.has(key.replace(/\.(zero|one|two|few|many|other)$/, "")),
    draws: (icon) => icon === "parley" || drawing.has(icon),
  };
}

/** The sprite with only these symbols; the signs of presence are named as the presences are. */
export function spriteOf(sprite: string, draws: (icon: string) => boolean): string {
  return sprite
    .replace(/ *<symbol id="[is]-([\w-]+)".*<\/symbol>\n/g, (symbol, name: string) =>
      draws(name) ? symbol : "",
    )
    .replace(/<!--.*?-->|\n */gs, "");
}
