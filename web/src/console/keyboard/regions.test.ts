import { afterEach, describe, expect, it } from "vitest";
import { enter, nextRegion, regions } from "./regions";

afterEach(() => document.body.replaceChildren());

function part(name: string, ...inside: HTMLElement[]): HTMLElement {
  const element = document.createElement("section");
  element.id = name;
  element.dataset["region"] = "";
  element.append(...inside);
  return element;
}

function button(): HTMLButtonElement {
  return document.createElement("button");
}

describe("the parts of the screen", () => {
  it("follow each other, round and round", () => {
    document.body.append(part("rail", button()), part("list", button()), part("bubble", button()));
    const all = regions();
    const names = (by: 1 | -1, from: Element | null) => nextRegion(all, from, by)?.id;
    expect(names(1, document.body)).toBe("rail");
    expect(names(-1, document.body)).toBe("bubble");
    expect(names(1, all[0]?.firstElementChild ?? null)).toBe("list");
    expect(names(1, all[2]?.firstElementChild ?? null)).toBe("rail");
    expect(names(-1, all[0]?.firstElementChild ?? null)).toBe("bubble");
  });

  it("may lie in each other: the inner one counts", () => {
    const inner = part("thread", button());
    document.body.append(part("bubble", button(), inner), part("rail", button()));
    expect(nextRegion(regions(), inner.firstElementChild, 1)?.id).toBe("rail");
    expect(nextRegion(regions(), inner.firstElementChild, -1)?.id).toBe("bubble");
  });

  it("are entered at their first stop, or as a whole", () => {
    const first = button();
    const rail = part("rail", first, button());
    const thread = part("thread", button());
    thread.tabIndex = 0;
    document.body.append(rail, thread);
    enter(rail);
    expect(document.activeElement).toBe(first);
    enter(thread);
    expect(document.activeElement).toBe(thread);
  });
});
