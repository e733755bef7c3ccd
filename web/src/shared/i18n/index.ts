import { signal } from "@preact/signals";
import { files } from "./files";
import type admin from "./en/admin";
import type account from "./en/account";
import type chat from "./en/chat";
import type common from "./en/common";
import type console from "./en/console";
import type customers from "./en/customers";
import type external from "./en/external";
import type personal from "./en/personal";
import type widget from "./en/widget";
import type setup from "./en/setup";
import type window from "./en/window";
import type workplace from "./en/workplace";

export type Locale = "en" | "de" | "ar";
/** A file of texts. The widget's build has but two for each language: what is shown at first, and the rest. */
export type Part =
  | "account"
  | "admin"
  | "common"
  | "chat"
  | "console"
  | "customers"
  | "external"
  | "personal"
  | "setup"
  | "widget"
  | "window"
  | "workplace"
  | "first"
  | "rest";
export type Texts = Readonly<Record<string, string>>;
type Params = Readonly<Record<string, string | number>>;

/** The English files name every text there is. */
export type Key =
  | keyof typeof common
  | keyof typeof account
  | keyof typeof admin
  | keyof typeof chat
  | keyof typeof console
  | keyof typeof customers
  | keyof typeof external
  | keyof typeof personal
  | keyof typeof setup
  | keyof typeof widget
  | keyof typeof window
  | keyof typeof workplace;
/** A text that depends on a number is written as `key.one` and `key.other`, in some languages in more forms. */
export type PluralKey = Key extends infer K ? (K extends `${infer Stem}.other` ? Stem : never) : never;

export const locales: Readonly<Record<Locale, string>> = { en: "English", de: "Deutsch", ar: "العربية" };

const STORED = "parley.locale";
const texts = signal<Texts>({});
const current = signal<Locale>("en");
let parts: readonly Part[] = ["common"];

/** The language of the page; changes only once its texts have been loaded. */
export const locale = {
  get value(): Locale {
    return current.value;
  },
};

/** For numbers and dates: the digits stay those that waiting times and codes are written in. */
export function formatLocale(tag: string = current.value): string {
  return tag.startsWith("ar") && !tag.includes("-u-") ? `${tag}-u-nu-latn` : tag;
}

/** Loads the texts that a page needs, in the language chosen before or else the browser's. */
export async function startTexts(...needed: Part[]): Promise<void> {
  parts = ["common", ...needed];
  await show(storedLocale() ?? browserLocale());
}

/** The same in a language that somebody else has chosen: nothing is remembered. */
export async function startTextsIn(language: Locale, ...needed: Part[]): Promise<void> {
  parts = needed;
  await show(language);
}

/** More parts, once they are needed. */
export async function addTexts(...more: Part[]): Promise<void> {
  parts = [...new Set([...parts, ...more])];
  await show(current.value);
}

/** The first of these languages that there are texts in. */
export function languageAmong(tags: readonly string[]): Locale | undefined {
  for (const tag of tags) {
    const match = known(tag.slice(0, 2).toLowerCase());
    if (match) return match;
  }
  return undefined;
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
  return fill(text, { count: new Intl.NumberFormat(formatLocale()).format(count), ...params });
}

/** "Sales, Billing and Default", as the language joins them. */
export function listOf(words: readonly string[]): string {
  return new Intl.ListFormat(current.value).format(words);
}

function fill(text: string, params?: Params): string {
  if (!params) return text;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    return value === undefined ? whole : isolated(String(value));
  });
}

/** A name from another script must not turn the words around it: in a page from right to left it stands isolated. */
function isolated(value: string): string {
  return directionOf(current.value) === "rtl" ? `\u2068${value}\u2069` : value;
}

function directionOf(language: Locale): "ltr" | "rtl" {
  return language === "ar" ? "rtl" : "ltr";
}

async function show(next: Locale): Promise<void> {
  const loaded = await Promise.all(parts.map((part) => files[`./${next}/${part}.ts`]?.() ?? {}));
  texts.value = Object.assign({}, ...loaded) as Texts;
  current.value = next;
  document.documentElement.lang = next;
  document.documentElement.dir = directionOf(next);
}

function storedLocale(): Locale | undefined {
  try {
    return known(localStorage.getItem(STORED) ?? "");
  } catch {
    return undefined;
  }
}

function browserLocale(): Locale {
  return languageAmong(navigator.languages ?? []) ?? "en";
}

function known(tag: string): Locale | undefined {
  return Object.hasOwn(locales, tag) ? (tag as Locale) : undefined;
}
