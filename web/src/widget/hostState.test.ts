import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readState } from "./hostState";

beforeEach(() => {
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
});
afterEach(() => void vi.restoreAllMocks());

describe("what a page says of itself", () => {
  it("is taken as it is where it has its shape", () => {
    const told = {
      settings: {
        channel: "Sales",
        theme: "dark",
        accent: "#0f766e",
        prefill: { name: "Rosa" },
        debug: true,
      },
      locales: ["de-AT", "en"],
      attributes: { plan: "large", seats: 4, trial: false, note: "" },
      tags: ["vip"],
      page: { title: "Tents", url: "https://shop.example/tents" },
      events: [{ name: "basket", data: { items: 2 } }],
      identity: 2,
      phone: true,
      open: true,
      asked: { fresh: true, focus: true, message: "Hello" },
      logout: false,
    };
    expect(readState(told)).toEqual(told);
    expect(console.warn).not.toHaveBeenCalled();
  });

  it.each([
    undefined,
    null,
    7,
    "state",
    [],
    { settings: 5, locales: "de", attributes: [], tags: {}, events: 7 },
  ])("is as if not said where it has not: %o", (told) => {
    expect(readState(told)).toMatchObject({ locales: [], attributes: {}, tags: [], events: [], open: false });
  });

  it("holds at most twenty flat attributes of two hundred characters; the others are named", () => {
    const many = Object.fromEntries(Array.from({ length: 22 }, (_, at) => [`a${at}`, at]));
    expect(Object.keys(readState({ attributes: many }).attributes).length).toBe(20);
    expect(console.warn).toHaveBeenCalledTimes(2);
    const odd = { long: "x".repeat(201), deep: {}, list: [], nothing: null, number: Number.NaN, fine: 1 };
    expect(readState({ attributes: odd }).attributes).toEqual({ fine: 1 });
  });

  it("knows no theme but three", () => {
    expect(readState({ settings: { theme: "purple" } }).settings.theme).toBeUndefined();
  });
});
