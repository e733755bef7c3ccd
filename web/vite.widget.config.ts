import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig, type Plugin } from "vite";
import { firstViewOf, spriteOf } from "./tools/firstView.ts";

const root = import.meta.dirname;
const first = firstViewOf(join(root, "src/widget/main.tsx"));
const FILES = "\0widget-texts";
const LANGUAGES = ["en", "de", "ar"];
const PARTS = ["common", "window", "widget", "chat"];

// In place of the files of all pages: of each language the texts of the first view, and the rest.
function widgetTexts(): Plugin {
  const line = (language: string, half: string) =>
    `"./${language}/${half}.ts": () => import("${FILES}/${language}/${half}").then((all) => all.default)`;
  return {
    name: "widget-texts",
    enforce: "pre",
    resolveId: (id, from) => {
      if (id === "./files" && from?.includes("shared/i18n")) return FILES;
      return id.startsWith(FILES) ? id : undefined;
    },
    load(id) {
      if (id === FILES) {
        const lines = LANGUAGES.flatMap((each) => [line(each, "first"), line(each, "rest")]);
        return `export const files = {${lines.join(",")}};`;
      }
      if (!id.startsWith(FILES)) return undefined;
      const [language = "", half = ""] = id.slice(FILES.length + 1).split("/");
      const files = PARTS.map((part) => join(root, `src/shared/i18n/${language}/${part}.ts`));
      return textModule(files, (key) => first.says(key) === (half === "first"));
    },
  };
}

// The files hold nothing but texts, so their lines can be taken one by one.
function textModule(files: string[], wanted: (key: string) => boolean): string {
  const entries = files.flatMap((file) => [
    ...readFileSync(file, "utf8").matchAll(/^ {2}("[^"]+"):\s+("(?:[^"\\]|\\.)*"),$/gm),
  ]);
  const lines = entries.filter(([, key]) => wanted(JSON.parse(key ?? '""') as string));
  return `export default {${lines.map(([, key, text]) => `${key}: ${text}`).join(",\n")}};`;
}

// Two sprites, as with the texts: the second one holds all that the window ever draws.
function widgetIcons(): Plugin {
  const all = readFileSync(join(root, "src/shared/ui/icons.svg"), "utf8");
  const code = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .filter((path) => /^(widget|shared)\/.*\.tsx?$/.test(path) && !/\.test\.|Icon\.tsx$/.test(path))
    .map((path) => readFileSync(join(root, "src", path), "utf8"))
    .join("\n");
  const sprites: Record<string, string> = {
    "virtual:icons/first": spriteOf(all, first.draws),
    "virtual:icons/all": spriteOf(all, (icon) => icon === "parley" || code.includes(`"${icon}"`)),
  };
  return {
    name: "widget-icons",
    resolveId: (id) => (id in sprites ? `\0${id}` : undefined),
    load(id) {
      const source = id.startsWith("\0") ? sprites[id.slice(1)] : undefined;
      if (source === undefined) return undefined;
      const hash = createHash("sha256").update(source).digest("hex").slice(0, 8);
      const fileName = `assets/widget-${id.split("/").at(-1)}-${hash}.svg`;
      this.emitFile({ type: "asset", fileName, source });
      return `export default "/${fileName}";`;
    },
  };
}

// What loads a part and its styles when they are needed; the builder's own does more than is needed here.
function loadsParts(): Plugin {
  return {
    name: "loads-parts",
    enforce: "pre",
    load: (id) =>
      id.endsWith("vite/preload-helper.js")
        ? `export const __vitePreload = async (load, parts = []) => {
             await Promise.all(parts.filter((part) => part.endsWith(".css")).map((part) => new Promise((done, failed) => {
               const link = document.createElement("link");
               link.rel = "stylesheet";
               link.href = "/" + part;
               link.onload = done;
               link.onerror = failed;
               document.head.append(link);
             })));
             return load();
           };`
        : undefined,
  };
}

// The frame is built alone, so that it is one script and nothing of the other pages' comes with it.
export default defineConfig({
  plugins: [loadsParts(), widgetTexts(), widgetIcons()],
  publicDir: false,
  build: {
    emptyOutDir: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: "es2022",
    // Else two variables come with every color-scheme, for browsers that do not know light-dark(), which is not used.
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
    manifest: ".vite/widget.json",
    rolldownOptions: { input: "widget.html" },
  },
});
