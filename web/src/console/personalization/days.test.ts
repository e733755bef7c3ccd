import { describe, expect, it } from "vitest";
import { dayAfter, dayOf, startOfDay } from "./days";

describe("a day somewhere", () => {
  it("begins when it does there, in summer as in winter", () => {
    expect(startOfDay("2025-10-27", "Europe/Berlin").toISOString()).toBe("2025-10-26T23:00:00.000Z");
    expect(startOfDay("2025-07-01", "Europe/Berlin").toISOString()).toBe("2025-06-30T22:00:00.000Z");
    expect(startOfDay("2025-10-26", "Europe/Berlin").toISOString()).toBe("2025-10-25T22:00:00.000Z");
    expect(startOfDay("2025-10-14", "Asia/Tokyo").toISOString()).toBe("2025-10-13T15:00:00.000Z");
    expect(startOfDay("2025-10-14", "America/New_York").toISOString()).toBe("2025-10-14T04:00:00.000Z");
  });

  it("is followed by the next one, over months and years", () => {
    expect(dayAfter("2025-12-31")).toBe("2026-01-01");
    expect(dayAfter("2024-02-28")).toBe("2024-02-29");
  });

  it("is another one elsewhere", () => {
    const at = Date.parse("2025-10-14T23:30:00Z");
    expect(dayOf(at, "UTC")).toBe("2025-10-14");
    expect(dayOf(at, "Asia/Tokyo")).toBe("2025-10-15");
  });
});
