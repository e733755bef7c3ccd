import { describe, expect, it } from "vitest";
import { emojis, matching } from "./emoji";

describe("the emojis", () => {
  it("are the same about two hundred in every language, all with a name", async () => {
    const english = await emojis("en");
    expect(english.length).toBeGreaterThan(190);
    expect(new Set(english.map(({ sign }) => sign)).size).toBe(english.length);
    for (const language of ["de", "ar"] as const) {
      const own = await emojis(language);
      expect(own.map(({ sign }) => sign)).toEqual(english.map(({ sign }) => sign));
      expect(own.filter(({ name }) => name.trim() === "")).toEqual([]);
    }
  });

  it("are found by the beginning of a word, names first", async () => {
    const all = await emojis("en");
    expect(matching(all, "thumbs")[0]?.sign).toBe("👍");
    expect(matching(all, "thumbs_up").map(({ sign }) => sign)).toEqual(["👍"]);
    expect(matching(all, "Daumen")).toEqual([]);
    expect(matching(await emojis("de"), "Daumen").map(({ sign }) => sign)).toContain("👍");
    expect(matching(all, "").length).toBe(all.length);
    const happy = matching(all, "cheer").map(({ sign }) => sign);
    expect(happy).toContain("😀");
  });
});
