import { afterEach, describe, expect, it } from "vitest";
import { locale, plural, setLocale, startTexts, t, type Texts } from ".";

const files = import.meta.glob<Texts>("./{en,de,ar}/*.ts", { import: "default", eager: true });
const translations = ["de", "ar"];
const moreForms = /\.(?:zero|two|few|many)$/;

function parts(language: string): string[] {
  return Object.keys(files).filter((path) => path.startsWith(`./${language}/`));
}

function translated(path: string, language: string): Texts {
  return files[path.replace("/en/", `/${language}/`)] ?? {};
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();
}

describe.each(translations)("the message files in %s", (language) => {
  it("are all there", () => {
    const inside = (each: string) => parts(each).map((path) => path.split("/").at(-1));
    expect(inside(language)).toEqual(inside("en"));
    expect(parts("en").length).toBeGreaterThan(3);
  });

  it("have exactly the same keys as in English, and more only for numbers", () => {
    for (const path of parts("en")) {
      const english = Object.keys(files[path] ?? {});
      const own = Object.keys(translated(path, language));
      const extra = own.filter((key) => moreForms.test(key));
      expect(own.filter((key) => !moreForms.test(key)).sort(), path).toEqual(english.sort());
      for (const key of extra) expect(english, path).toContain(key.replace(moreForms, ".other"));
    }
  });

  it("have a text for every form of a number", () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const path of parts("en")) {
      const own = Object.keys(translated(path, language));
      const stems = own.filter((key) => key.endsWith(".other")).map((key) => key.slice(0, -".other".length));
      for (const stem of stems) for (const form of forms) expect(own, path).toContain(`${stem}.${form}`);
    }
  });

  it("name the same placeholders as in English; a word for one or two may stand for the number", () => {
    for (const path of parts("en")) {
      const own = translated(path, language);
      for (const [key, text] of Object.entries(files[path] ?? {})) {
        const found = placeholders(own[key] ?? "");
        if (key.endsWith(".one")) expect(placeholders(text), key).toEqual(expect.arrayContaining(found));
        else expect(found, key).toEqual(placeholders(text));
      }
    }
  });
});

describe("the message files", () => {
  it("use no key twice", () => {
    const keys = parts("en").flatMap((path) => Object.keys(files[path] ?? {}));
    expect(keys).toEqual([...new Set(keys)]);
  });

  it("leave no text empty", () => {
    for (const [path, texts] of Object.entries(files)) {
      for (const [key, text] of Object.entries(texts)) expect(text.trim(), `${path} ${key}`).not.toBe("");
    }
  });
});

describe("texts", () => {
  afterEach(() => localStorage.clear());

  it("are filled in", async () => {
    await startTexts("console");
    expect(t("request.acceptFrom", { name: "Rosa" })).toBe("Accept chat from Rosa");
  });

  it("never fill in what a name contains", async () => {
    await startTexts("console");
    expect(t("request.acceptFrom", { name: "{name} $& Rosa" })).toBe("Accept chat from {name} $& Rosa");
  });

  it("follow the number in a language with six forms", async () => {
    await startTexts("console");
    await setLocale("ar");
    const said = [0, 1, 2, 3, 11, 100].map((count) => plural("request.open", count));
    expect(new Set(said).size).toBe(6);
    expect(said[3]).toBe("\u20683\u2069 طلبات محادثة مفتوحة");
    await setLocale("en");
  });

  it("are read from right to left in Arabic, with names isolated", async () => {
    await startTexts("console");
    await setLocale("ar");
    expect(document.documentElement.dir).toBe("rtl");
    expect(t("request.acceptFrom", { name: "Rosa" })).toBe("قبول محادثة \u2068Rosa\u2069");
    await setLocale("en");
    expect(document.documentElement.dir).toBe("ltr");
  });

  it("follow the number", async () => {
    await startTexts("console");
    expect(plural("request.open", 1)).toBe("1 open chat request");
    expect(plural("request.open", 0)).toBe("0 open chat requests");
  });

  it("change with the language, which is remembered", async () => {
    await startTexts("console");
    await setLocale("de");
    expect(locale.value).toBe("de");
    expect(document.documentElement.lang).toBe("de");
    expect(t("me.signOut")).toBe("Abmelden");
    await startTexts("console");
    expect(locale.value).toBe("de");
    await setLocale("en");
  });
});
