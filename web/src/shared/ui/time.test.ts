import { effect } from "@preact/signals";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { setLocale, startTexts } from "../i18n";
import {
  dayLabel,
  duration,
  elapsed,
  minutesSince,
  now,
  sameDay,
  serverTime,
  setServerTime,
  timeOfDay,
  timeOrDay,
  timeZone,
} from "./time";

const start = "2025-10-14T08:00:00.000Z";
const after = (seconds: number) => Date.parse(start) + seconds * 1_000;

beforeAll(() => startTexts());

describe("elapsed", () => {
  it("counts seconds and minutes", () => {
    expect(elapsed(start, after(0))).toBe("0:00");
    expect(elapsed(start, after(9))).toBe("0:09");
    expect(elapsed(start, after(222))).toBe("3:42");
    expect(elapsed(start, after(3_599))).toBe("59:59");
  });

  it("names hours from the first one on", () => {
    expect(elapsed(start, after(3_600))).toBe("1:00:00");
    expect(elapsed(start, after(90_061))).toBe("25:01:01");
  });

  it("is never negative, whatever the clocks say", () => {
    expect(elapsed(start, after(-30))).toBe("0:00");
  });
});

describe("a duration", () => {
  it("is counted in minutes, then in hours, then in days", () => {
    expect([0, 59, 60, 1_439, 1_440, 4_000].map(duration)).toEqual([
      "0 min",
      "59 min",
      "1 hr",
      "23 hr",
      "1 day",
      "2 days",
    ]);
  });
});

describe("the reader's time zone", () => {
  afterEach(() => (timeZone.value = undefined));

  it("decides what time it is", () => {
    timeZone.value = "Asia/Tokyo";
    expect(timeOfDay(start)).toBe("17:00");
    timeZone.value = "America/New_York";
    expect(timeOfDay(start)).toBe("04:00");
  });

  it("decides where one day ends and the next begins", () => {
    const evening = new Date("2025-10-14T14:30:00.000Z");
    const later = new Date("2025-10-14T15:30:00.000Z");
    timeZone.value = "Europe/Berlin";
    expect(sameDay(evening, later)).toBe(true);
    timeZone.value = "Asia/Tokyo";
    expect(sameDay(evening, later)).toBe(false);
  });
});

describe("days", () => {
  const today = new Date(2025, 9, 14, 10, 42).getTime();
  const local = (day: number, hour: number) => new Date(2025, 9, day, hour).toISOString();

  it("are named relative to today", () => {
    expect(dayLabel(local(14, 8), today)).toMatch(/^Today, /);
    expect(dayLabel(local(13, 23), today)).toMatch(/^Yesterday, /);
    expect(dayLabel(local(10, 8), today)).toMatch(/^Friday, /);
  });

  it("follow the language", async () => {
    await setLocale("de");
    expect(dayLabel(local(14, 8), today)).toBe("Heute, 14. Oktober");
    await setLocale("en");
  });

  it("give way to the time of day today", () => {
    expect(timeOrDay(local(14, 8), today)).toBe("08:00");
    expect(timeOrDay(local(13, 8), today)).toContain("13");
  });
});

describe("the clock", () => {
  beforeEach(() => vi.useFakeTimers({ now: after(0) }));
  afterEach(() => {
    setServerTime(new Date(Date.now()).toISOString());
    vi.useRealTimers();
  });

  it("ticks only while something looks at it", () => {
    const seen: number[] = [];
    const stop = effect(() => void seen.push(now.value));
    vi.advanceTimersByTime(2_000);
    stop();
    vi.advanceTimersByTime(5_000);
    expect(seen.at(-1)).toBe(after(2));
    expect(vi.getTimerCount()).toBe(0);
  });

  it("is the server's", () => {
    setServerTime(new Date(after(90)).toISOString());
    expect(serverTime()).toBe(after(90));
    expect(minutesSince(start)).toBe(1);
  });
});
