import { afterEach, describe, expect, it } from "vitest";
import { locale, plural, setLocale, startTexts, t, type Texts } from ".";

const files = import.meta.glob<Texts>("./{en,de}/*.ts", { import: "default", eager: true });

function parts(language: string): string[] {
  return Object.keys(files).filter((path) => path.startsWith(`./${language}/`));
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();
}

describe("the message files", () => {
  it("are there in both languages", () => {
    const inside = (language: string) => parts(language).map((path) => path.split("/").at(-1));
    expect(inside("de")).toEqual(inside("en"));
    expect(parts("en").length).toBeGreaterThan(3);
  });

  it("have exactly the same keys in German as in English", () => {
    for (const path of parts("en")) {
      const german = files[path.replace("/en/", "/de/")] ?? {};
      expect(Object.keys(german).sort(), path).toEqual(Object.keys(files[path] ?? {}).sort());
    }
  });

  it("name the same placeholders in both languages", () => {
    for (const path of parts("en")) {
      const german = files[path.replace("/en/", "/de/")] ?? {};
      for (const [key, text] of Object.entries(files[path] ?? {})) {
        expect(placeholders(german[key] ?? ""), key).toEqual(placeholders(text));
      }
    }
  });

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
