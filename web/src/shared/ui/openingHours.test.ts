import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { setLocale, startTexts } from "../i18n";
import { hoursLines, hoursZone, opensAtText, type OpeningHours } from "./openingHours";
import { timeZone } from "./time";

const day = [["08:00", "18:00"]] as const;
const open = (week: OpeningHours["week"]): OpeningHours => ({ timeZone: "Europe/Berlin", week });

beforeAll(() => startTexts());

beforeEach(() => (timeZone.value = "Europe/Berlin"));

afterEach(async () => {
  timeZone.value = undefined;
  await setLocale("en");
});

describe("opening hours", () => {
  it("name days that are alike together", () => {
    const week = { mon: day, tue: day, wed: day, thu: day, fri: day };
    expect(hoursLines(open(week), "en")).toEqual(["Monday to Friday, 8:00 to 18:00"]);
    expect(hoursLines(open({ ...week, sat: [["09:00", "12:30"]] }), "en")).toEqual([
      "Monday to Friday, 8:00 to 18:00",
      "Saturday, 9:00 to 12:30",
    ]);
  });

  it("name two days by their names, and days apart one by one", () => {
    expect(hoursLines(open({ sat: day, sun: day }), "en")).toEqual(["Saturday and Sunday, 8:00 to 18:00"]);
    expect(hoursLines(open({ mon: day, wed: day, fri: day }), "en")).toEqual([
      "Monday, Wednesday, and Friday, 8:00 to 18:00",
    ]);
  });

  it("name several blocks of a day", () => {
    const blocks = [
      ["08:00", "12:00"],
      ["13:00", "18:00"],
    ] as const;
    expect(hoursLines(open({ tue: blocks }), "en")).toEqual(["Tuesday, 8:00 to 12:00 and 13:00 to 18:00"]);
  });

  it("go over the end of the week", () => {
    expect(hoursLines(open({ sun: day, mon: day, tue: day, wed: day, thu: day }), "en")).toEqual([
      "Sunday to Thursday, 8:00 to 18:00",
    ]);
  });

  it("are every day from Monday to Sunday, and no lines for a desk that never opens", () => {
    const week = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day };
    expect(hoursLines(open(week), "en")).toEqual(["Monday to Sunday, 8:00 to 18:00"]);
    expect(hoursLines(open({ mon: [] }), "en")).toEqual([]);
  });

  it("follow the language", async () => {
    const hours = open({ mon: day, tue: day, wed: day });
    await setLocale("de");
    expect(hoursLines(hours, "de")).toEqual(["Montag bis Mittwoch, 8:00 bis 18:00 Uhr"]);
    await setLocale("ar");
    expect(hoursLines(hours, "ar")[0]).toContain("الاثنين");
    expect(hoursLines(hours, "ar")[0]).toContain("18:00");
  });

  it("name their time zone to a reader whose clock shows another time", () => {
    const now = Date.parse("2027-01-04T10:00:00Z");
    expect(hoursZone(open({ mon: day }), now, "en")).toBeUndefined();
    timeZone.value = "Europe/Paris";
    expect(hoursZone(open({ mon: day }), now, "en")).toBeUndefined();
    timeZone.value = "Asia/Tokyo";
    expect(hoursZone(open({ mon: day }), now, "en")).toBe("Central European Time");
    expect(hoursZone({ timeZone: "Mars/Olympus", week: {} }, now, "en")).toBe("Mars/Olympus");
  });
});

describe("the time of opening", () => {
  // A Monday, 11:00 in Berlin.
  const now = Date.parse("2027-01-04T10:00:00Z");

  it("is told by the day as far as days have names", () => {
    expect(opensAtText("2027-01-04T13:00:00Z", now, "en")).toBe("today at 14:00");
    expect(opensAtText("2027-01-05T07:00:00Z", now, "en")).toBe("tomorrow at 8:00");
    expect(opensAtText("2027-01-08T07:30:00Z", now, "en")).toBe("Friday at 8:30");
    expect(opensAtText("2027-01-18T07:00:00Z", now, "en")).toMatch(/^(18 January|January 18) at 8:00$/);
  });

  it("is the reader's own", () => {
    timeZone.value = "America/New_York";
    expect(opensAtText("2027-01-05T07:00:00Z", now, "en")).toBe("tomorrow at 2:00");
    timeZone.value = "Pacific/Honolulu";
    expect(opensAtText("2027-01-04T13:00:00Z", now, "en")).toBe("today at 3:00");
  });

  it("follows the language", async () => {
    await setLocale("de");
    expect(opensAtText("2027-01-05T07:00:00Z", now, "de")).toBe("morgen um 8:00 Uhr");
  });
});
