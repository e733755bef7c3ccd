import { describe, expect, it } from "vitest";
import { quiet } from "./quietHours";

const at = (time: string) => new Date(`2025-10-14T${time}:00Z`);

describe("quiet hours", () => {
  it("begin and end at their minute, in the agent's time zone", () => {
    const hours = { from: "12:00", to: "13:00" };
    expect(quiet(hours, at("09:59"), "Europe/Berlin")).toBe(false);
    expect(quiet(hours, at("10:00"), "Europe/Berlin")).toBe(true);
    expect(quiet(hours, at("11:00"), "Europe/Berlin")).toBe(false);
  });

  it("may go over midnight", () => {
    const night = { from: "22:00", to: "07:00" };
    expect(quiet(night, at("23:30"), "UTC")).toBe(true);
    expect(quiet(night, at("06:59"), "UTC")).toBe(true);
    expect(quiet(night, at("12:00"), "UTC")).toBe(false);
  });

  it("are none when none are set", () => {
    expect(quiet(undefined, at("03:00"), "UTC")).toBe(false);
    expect(quiet({ from: "08:00", to: "08:00" }, at("08:00"), "UTC")).toBe(false);
  });
});
