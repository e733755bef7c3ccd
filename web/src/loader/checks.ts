import { carriesWhite } from "../shared/embed/contrast";

/** A shape names types or the values themselves: `object|undefined`, `light|dark`. */
export const fits = (value: unknown, shape: string | undefined): unknown =>
  shape?.split("|").some((each) => each === value || each === typeof value);

// What only the frame uses is looked into there: attributes, tags, what is filled in before.
const shapes: Record<string, string> = {
  __proto__: null as never,
  channel: "string",
  locale: "string",
  theme: "auto|light|dark",
  accent: "string",
  position: "end|start|left|right",
  offset: "object",
  zIndex: "number",
  hideLauncher: "boolean",
  launcherLabel: "string",
  preload: "click|hover|idle|eager",
  consent: "boolean",
  prefill: "object",
  attributes: "object",
  trackPage: "title|url|off",
  debug: "boolean",
};

export const isSetting = (name: string, value: unknown): unknown =>
  fits(value, shapes[name]) && (name !== "accent" || carriesWhite(value as string));
