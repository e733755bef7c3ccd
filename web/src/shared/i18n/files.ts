import type { Texts } from ".";

/** Every message file, loaded when it is needed. The build of the widget puts its own selection in the place of this. */
export const files: Readonly<Record<string, (() => Promise<Texts>) | undefined>> = import.meta.glob<Texts>(
  "./{en,de,ar}/*.ts",
  { import: "default" },
);
