import { signal } from "@preact/signals";
import type chat from "./en/chat";
import type common from "./en/common";
import type console from "./en/console";
import type external from "./en/external";
import type setup from "./en/setup";

export type Locale = "en" | "de";
export type Part = "common" | "chat" | "console" | "external" | "setup";
export type Texts = Readonly<Record<string, string>>;
type Params = Readonly<Record<string, string | number>>;

/** The English files name every text there is. */
export type Key =
  keyof typeof common | keyof typeof chat | keyof typeof console | keyof typeof external | keyof typeof setup;
/** A text that depends on a number is written as `key.one` and `key.other`. */
export type PluralKey = Key extends infer K ? (K extends `${infer Stem}.other` ? Stem : never) : never;

export const locales: Readonly<Record<Locale, string>> = { en: "English", de: "Deutsch" };

const STORED = "parley.locale";
const files = import.meta.glob<Texts>("./{en,de}/*.ts", { import: "default" });
const texts = signal<Texts>({});
const current = signal<Locale>("en");
let parts: readonly Part[] = ["common"];

/** The language of the page; changes only once its texts have been loaded. */
export const locale = {
  get value(): Locale {
    return current.value;
  },
};

/** Loads the texts that a page needs, in the language chosen before or else the browser's. */
export async function startTexts(...needed: Part[]): Promise<void> {
  parts = ["common", ...needed];
  await show(storedLocale() ?? browserLocale());
}

/** Switches the language and remembers the choice. */
export async function setLocale(next: Locale): Promise<void> {
  await show(next);
  try {
    localStorage.setItem(STORED, next);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

export function t(key: Key, params?: Params): string {
  return fill(texts.value[key] ?? key, params);
}

export function plural(key: PluralKey, count: number, params?: Params): string {
  const form = new Intl.PluralRules(current.value).select(count);
  const text = texts.value[`${key}.${form}`] ?? texts.value[`${key}.other`] ?? key;
  return fill(text, { count: new Intl.NumberFormat(current.value).format(count), ...params });
}

/** "Sales, Billing and Default", as the language joins them. */
export function listOf(words: readonly string[]): string {
  return new Intl.ListFormat(current.value).format(words);
}

function fill(text: string, params?: Params): string {
  if (!params) return text;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

async function show(next: Locale): Promise<void> {
  const loaded = await Promise.all(parts.map((part) => files[`./${next}/${part}.ts`]?.() ?? {}));
  texts.value = Object.assign({}, ...loaded) as Texts;
  current.value = next;
  document.documentElement.lang = next;
}

function storedLocale(): Locale | undefined {
  try {
    return known(localStorage.getItem(STORED) ?? "");
  } catch {
    return undefined;
  }
}

function browserLocale(): Locale {
  for (const tag of navigator.languages ?? []) {
    const match = known(tag.slice(0, 2).toLowerCase());
    if (match) return match;
  }
  return "en";
}

function known(tag: string): Locale | undefined {
  return Object.hasOwn(locales, tag) ? (tag as Locale) : undefined;
}
