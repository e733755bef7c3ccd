// Fails the build when a page's first view loads more JavaScript (gzipped) than its budget.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const budgets = { "console.html": 150, "setup.html": 60, "external.html": 60 };
const dist = new URL("../dist/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", dist), "utf8"));

function scripts(key, seen = new Set()) {
  const chunk = manifest[key];
  if (chunk && !seen.has(chunk.file)) {
    seen.add(chunk.file);
    for (const imported of chunk.imports ?? []) scripts(imported, seen);
  }
  return seen;
}

let failed = false;
for (const [page, budget] of Object.entries(budgets)) {
  if (!manifest[page]) continue;
  let bytes = 0;
  for (const file of scripts(page)) bytes += gzipSync(readFileSync(new URL(file, dist))).length;
  const kb = bytes / 1024;
  failed ||= kb > budget;
  console.log(`${page}: ${kb.toFixed(1)} KB of JavaScript gzipped, at most ${budget}`);
}
if (failed) process.exit(1);
