/** What keys do everywhere, and which ones unless the agent chose others. They need Ctrl, Alt or a function key. */
export const EVERYWHERE = {
  palette: "Ctrl+K",
  shortcuts: "Ctrl+/",
  nextPart: "F6",
  previousPart: "Shift+F6",
  previousChat: "Alt+ArrowUp",
  nextChat: "Alt+ArrowDown",
  previousUnread: "Alt+Shift+ArrowUp",
  nextUnread: "Alt+Shift+ArrowDown",
} as const;

/** What single keys do for those who have switched them on, where nobody writes; two keys follow each other. */
export const SINGLE = {
  downChat: "J",
  upChat: "K",
  dashboard: "G D",
  chats: "G C",
  search: "/",
  end: "E",
  note: "N",
} as const;

export type Everywhere = keyof typeof EVERYWHERE;
export type Single = keyof typeof SINGLE;
export type Bound = Everywhere | Single;
export type Chosen = Readonly<Record<string, string>>;

/** Begins a pair of keys. */
export const LEADER = "G";

const MODIFIERS: ReadonlySet<string> = new Set(["Control", "Meta", "Alt", "AltGraph", "Shift", "CapsLock"]);
const FUNCTION = /^F\d{1,2}$/;

/**
 * What the browsers (Chromium, Firefox, Safari) keep for themselves or people would miss. Any letter with Alt alone
 * belongs to menus and signs, with Ctrl and Alt to AltGr, with Ctrl and Shift to the browser.
 * Ctrl + K, in some the search, is left out: who works at a desk expects it to be the palette.
 */
const BROWSERS: ReadonlySet<string> = new Set([
  ..."ABCDEFGHIJLMNOPQRSTUVWXYZ0123456789+-,".split("").map((key) => `Ctrl+${key}`),
  ...["Tab", "Shift+Tab", "Enter", "PageUp", "PageDown", "F4", "F5", "Home", "End"].map(
    (key) => `Ctrl+${key}`,
  ),
  ...["ArrowLeft", "ArrowRight", "Home", "Enter", "F4", "Tab", " "].map((key) => `Alt+${key}`),
  ...["F1", "F3", "F5", "F7", "F10", "F11", "F12", "Shift+F10", "Shift+F3", "Shift+F5"],
]);

/** The combination that was pressed; nothing while only modifiers are down. Cmd counts as Ctrl. */
export function combinationOf(event: KeyboardEvent): string | undefined {
  const { key } = event;
  if (MODIFIERS.has(key) || key === "Dead" || key === "Unidentified" || event.isComposing) return undefined;
  const letter = /^\p{L}$/u.test(key);
  // The shift that makes a sign, as "?" or "/", belongs to the sign.
  const shift = event.shiftKey && (letter || key.length > 1);
  const parts = [(event.ctrlKey || event.metaKey) && "Ctrl", event.altKey && "Alt", shift && "Shift"];
  return [...parts.filter(Boolean), letter ? key.toUpperCase() : key].join("+");
}

export function everywhere(chosen: Chosen, combination: string): Everywhere | undefined {
  return bound(EVERYWHERE, chosen, combination);
}

export function single(chosen: Chosen, keys: string): Single | undefined {
  return bound(SINGLE, chosen, keys);
}

function bound<T extends string>(
  usual: Readonly<Record<T, string>>,
  chosen: Chosen,
  keys: string,
): T | undefined {
  return (Object.keys(usual) as T[]).find((name) => (chosen[name] ?? usual[name]) === keys);
}

export function keysOf(name: Bound, chosen: Chosen): string {
  return chosen[name] ?? { ...EVERYWHERE, ...SINGLE }[name];
}

export type Objection = "taken" | "browser" | "bare" | "modified";

/** Why these keys cannot do this; nothing if they can. */
export function objection(name: Bound, keys: string, chosen: Chosen): Objection | undefined {
  const all = { ...EVERYWHERE, ...SINGLE };
  const others = (Object.keys(all) as Bound[]).filter((each) => each !== name);
  if (others.some((each) => keysOf(each, chosen) === keys)) return "taken";
  const modified = /^(Ctrl|Alt)\+/.test(keys) || FUNCTION.test(keys.replace("Shift+", ""));
  if (name in SINGLE) {
    if (modified) return "modified";
    // What begins a pair would have to wait for the second key.
    return keys === LEADER || keys.length === 0 || keys.startsWith("Shift+") ? "taken" : undefined;
  }
  if (!modified) return "bare";
  return keptByBrowsers(keys) ? "browser" : undefined;
}

export function keptByBrowsers(keys: string): boolean {
  return (
    BROWSERS.has(keys) ||
    /^Alt\+(Shift\+)?\p{L}$/u.test(keys) ||
    /^Ctrl\+Alt\+/.test(keys) ||
    /^Ctrl\+Shift\+\p{L}$/u.test(keys)
  );
}

const SIGNS: Readonly<Record<string, string>> = {
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  Ctrl: "Ctrl/⌘",
};

/** As it is written for people: "Ctrl/⌘ + K". */
export function written(keys: string): string {
  const parts = keys.split(" ").map((combination) => {
    const all = combination.endsWith("++")
      ? [...combination.slice(0, -2).split("+"), "+"]
      : combination.split("+");
    return all.map((part) => SIGNS[part] ?? part).join(" + ");
  });
  return parts.join(" ");
}

/** As `aria-keyshortcuts` wants it. */
export function spokenKeys(keys: string): string {
  return keys.startsWith("Ctrl+") ? `Control+${keys.slice(5)} Meta+${keys.slice(5)}` : keys;
}
