import js from "@eslint/js";
import ts from "typescript-eslint";

export default ts.config(
  { ignores: ["dist", "node_modules"] },
  js.configs.recommended,
  ts.configs.strict,
  {
    files: ["src/**/*.ts", "src/**/*.tsx"],
    rules: {
      "max-lines": ["error", { max: 250, skipBlankLines: true, skipComments: true }],
      "no-restricted-syntax": [
        "error",
        {
          selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
          message: "What people wrote is text, never HTML.",
        },
        {
          selector: "MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]",
          message: "What people wrote is text, never HTML.",
        },
      ],
      eqeqeq: "error",
    },
  },
  {
    files: ["src/**/*.test.ts", "src/**/*.test.tsx"],
    rules: { "max-lines": ["error", { max: 400, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ["tools/**"],
    languageOptions: { globals: { console: "readonly", process: "readonly", URL: "readonly" } },
  },
  {
    files: ["npm/*.js"],
    languageOptions: {
      globals: {
        document: "readonly",
        window: "readonly",
        URL: "readonly",
      },
    },
  },
  {
    files: ["public/worker.js"],
    languageOptions: {
      globals: {
        addEventListener: "readonly",
        clients: "readonly",
        fetch: "readonly",
        registration: "readonly",
        skipWaiting: "readonly",
        URL: "readonly",
      },
    },
  },
  {
    files: ["src/shared/ui/theme-boot.js"],
    languageOptions: {
      sourceType: "script",
      globals: { localStorage: "readonly", matchMedia: "readonly", document: "readonly" },
    },
  },
);
