/// <reference types="vitest/config" />
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { defineConfig, type Plugin } from "vite";

// The window on other people's pages and its loader have builds of their own.
const pages = readdirSync(import.meta.dirname).filter(
  (name) => name.endsWith(".html") && name !== "widget.html",
);
const { version } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8")) as {
  version: string;
};

// Sets the theme before the first paint. The page's policy forbids inline scripts, and a module script would come
// too late, so this one small classic script is put into every page under a hashed name.
function themeScript(): Plugin {
  const source = readFileSync(new URL("src/shared/ui/theme-boot.js", import.meta.url), "utf8");
  const name = `assets/theme-${createHash("sha256").update(source).digest("hex").slice(0, 8)}.js`;
  return {
    name: "theme-script",
    apply: "build",
    generateBundle() {
      this.emitFile({ type: "asset", fileName: name, source });
    },
    transformIndexHtml: () => [{ tag: "script", attrs: { src: `/${name}` }, injectTo: "head-prepend" }],
  };
}

export default defineConfig({
  plugins: [themeScript()],
  server: { proxy: { "/api": { target: "http://localhost:8080", ws: true } } },
  build: {
    // The content policy allows no data: addresses, so nothing may be inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: "es2022",
    manifest: true,
    rolldownOptions: { input: pages },
  },
  define: { __VERSION__: JSON.stringify(version) },
  test: { environment: "happy-dom" },
});
