// Fails the build when something that people wait for has become too heavy. All sizes are gzipped, in KB.
import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const dist = new URL("../dist/", import.meta.url);
const pages = manifest("manifest.json");
const widget = manifest("widget.json");
const languages = ["en", "de", "ar"];

function manifest(name) {
  return JSON.parse(readFileSync(new URL(`.vite/${name}`, dist), "utf8"));
}

/** All that is loaded with a part of a build, and its styles. */
function files(build, key, seen = new Set()) {
  const chunk = build[key];
  if (!chunk || seen.has(chunk.file)) return seen;
  for (const file of [chunk.file, ...(chunk.css ?? [])]) seen.add(file);
  for (const imported of chunk.imports ?? []) files(build, imported, seen);
  return seen;
}

function weight(names, ending = "") {
  const sizes = [...names].filter((name) => name.endsWith(ending)).map((name) => gzip(name));
  return sizes.reduce((sum, size) => sum + size, 0);
}

function gzip(name) {
  return gzipSync(readFileSync(new URL(name, dist)), { level: 9 }).length / 1024;
}

/** The texts of a language are two virtual files: what is shown at first, and the rest. */
function texts(language, half) {
  const key = Object.keys(widget).find((each) => each.endsWith(`${language}/${half}`));
  return weight(files(widget, key));
}

const first = files(widget, "widget.html");
const icons = readdirSync(new URL("assets/", dist)).filter((name) => name.startsWith("widget-first"));
const parts = {
  script: weight(first, ".js"),
  style: weight(first, ".css"),
  icons: weight(icons.map((name) => `assets/${name}`)),
  texts: Math.max(...languages.map((language) => texts(language, "first"))),
};
const firstView = Object.values(parts).reduce((sum, size) => sum + size, 0);
const chatting = [...files(widget, "src/widget/chatting.ts")].filter((name) => !first.has(name));

const rows = [
  ["console, script", weight(files(pages, "console.html"), ".js"), 150],
  ["setup, script", weight(files(pages, "setup.html"), ".js"), 60],
  ["external interface, script", weight(files(pages, "external.html"), ".js"), 60],
  ["widget, loader", gzip("widget/loader.js"), 4],
  ["widget, first view", firstView, 25],
  ...Object.entries(parts).map(([name, size]) => [`  of that ${name}`, size]),
  ["  then, to chat", weight(chatting)],
  ...languages.map((each) => [`widget, texts in ${each}`, texts(each, "first"), 2]),
  ...languages.map((each) => [`  then, to chat, in ${each}`, texts(each, "rest")]),
];

const tooHeavy = rows.filter(([, size, most]) => most !== undefined && size > most);
for (const [name, size, most] of rows) {
  const mark = most === undefined ? "" : size > most ? `  over ${most}` : `  of ${most}`;
  console.log(`${name.padEnd(28)}${size.toFixed(2).padStart(8)}${mark}`);
}
if (tooHeavy.length > 0) {
  console.error(`Too heavy: ${tooHeavy.map(([name]) => name).join(", ")}`);
  process.exit(1);
}
