import { beforeEach, describe, expect, it } from "vitest";
import { DetailSections } from "./sections";

const all = [
  { name: "history" },
  { name: "visitor" },
  { name: "page" },
  { name: "attributes" },
  { name: "pages" },
  { name: "events" },
] as const;
const usual = ["visitor", "page", "attributes", "pages", "events", "history"];

function names(sections: DetailSections, shown: readonly (typeof all)[number][] = all): string[] {
  return sections.inOrder(shown).map(({ name }) => name);
}

beforeEach(() => localStorage.clear());

describe("the order of the details", () => {
  it("is the usual one until somebody moves something", () => {
    const sections = new DetailSections();
    expect(names(sections)).toEqual(usual);
    expect(sections.usual.value).toBe(true);
  });

  it("changes by one place, and stays so for the next page", () => {
    const sections = new DetailSections();
    sections.move("history", "events");
    sections.move("visitor", "page");
    const moved = ["page", "visitor", "attributes", "pages", "history", "events"];
    expect(names(sections)).toEqual(moved);
    expect(names(new DetailSections())).toEqual(moved);
    expect(sections.usual.value).toBe(false);
  });

  it("passes over what is not shown", () => {
    const sections = new DetailSections();
    const shown = [{ name: "visitor" }, { name: "history" }] as const;
    sections.move("history", "visitor");
    expect(names(sections, shown)).toEqual(["history", "visitor"]);
    sections.move("history", "visitor");
    expect(names(sections, shown)).toEqual(["visitor", "history"]);
  });

  it("goes back to the usual one", () => {
    const sections = new DetailSections();
    sections.move("history", "visitor");
    sections.reset();
    expect(names(sections)).toEqual(usual);
    expect(sections.usual.value).toBe(true);
    expect(localStorage.getItem("parley.details.order")).toBeNull();
  });

  it("makes the best of what is kept: unknown names are left out, missing ones come last", () => {
    localStorage.setItem("parley.details.order", "history gone visitor");
    expect(names(new DetailSections())).toEqual([
      "history",
      "visitor",
      "page",
      "attributes",
      "pages",
      "events",
    ]);
  });
});

describe("folding", () => {
  it("stays for the next page", () => {
    const sections = new DetailSections();
    sections.fold("page", true);
    sections.fold("events", true);
    sections.fold("page", false);
    expect(new DetailSections().isFolded("events")).toBe(true);
    expect(new DetailSections().isFolded("page")).toBe(false);
  });
});
