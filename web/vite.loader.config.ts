import { readFileSync } from "node:fs";
import { defineConfig } from "vite";

const { version } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8")) as {
  version: string;
};

// The loader is one classic script, because it stands on pages whose policy and age we do not know.
export default defineConfig({
  define: { __VERSION__: JSON.stringify(version) },
  publicDir: false,
  build: {
    emptyOutDir: false,
    target: "es2022",
    // Makes it smaller than the standard one, which does not put a function where it is called once.
    minify: "terser",
    terserOptions: {
      ecma: 2020,
      compress: { passes: 4, hoist_funs: true, keep_fargs: false, unsafe_arrows: true },
    },
    // Else two variables come with every color-scheme, for browsers that do not know light-dark(), which is not used.
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
    rolldownOptions: {
      input: "src/loader/main.ts",
      output: { format: "iife", entryFileNames: "widget/loader.js" },
    },
  },
});
