import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTexts } from "../../shared/i18n";
import { maya } from "../../shared/testing/fakes";
import { Desk, DeskContext } from "../state/desk";
import { Sections } from "./DetailSection";
import { detailSections } from "./sections";

let desk: Desk;
let root: HTMLElement;

beforeAll(() => startTexts("console", "workplace"));

beforeEach(async () => {
  HTMLElement.prototype.showPopover ??= () => undefined;
  detailSections.reset();
  desk = new Desk({ ...maya, availability: "unavailable" });
  root = document.createElement("div");
  document.body.append(root);
  const sections = [
    { name: "visitor", title: "Visitor", body: <p>Rosa</p> },
    { name: "page", title: "Page", body: <p>Boots</p> },
    { name: "history", title: "Earlier chats", body: <p>None</p> },
  ] as const;
  await act(() =>
    render(
      <DeskContext.Provider value={desk}>
        <Sections sections={[...sections]} folding />
      </DeskContext.Provider>,
      root,
    ),
  );
});

afterEach(() => {
  render(null, root);
  root.remove();
  desk.stop();
});

function titles(): string[] {
  return [...root.querySelectorAll("h3")].map((title) => title.textContent ?? "");
}

function button(label: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(`[aria-label="Order of “${label}”"]`);
  if (!found) throw new Error(`no button for ${label}`);
  return found;
}

function choices(): string[] {
  return [...root.querySelectorAll("[role=menuitem]")].map((item) => item.textContent ?? "");
}

async function chooses(title: string, choice: string): Promise<void> {
  await act(() => button(title).click());
  const items = [...root.querySelectorAll<HTMLElement>("[role=menuitem]")];
  await act(() => items.find((item) => item.textContent === choice)?.click());
}

describe("the sections of the details", () => {
  it("move up and down by their menus, which keep the focus and say where they are", async () => {
    await chooses("Earlier chats", "Move up");
    expect(titles()).toEqual(["Visitor", "Earlier chats", "Page"]);
    expect(document.activeElement).toBe(button("Earlier chats"));
    expect(desk.announcements.sentences.value.map(({ text }) => text)).toEqual([
      "Earlier chats is now at place 2 of 3",
    ]);
    await chooses("Visitor", "Move down");
    expect(titles()).toEqual(["Earlier chats", "Visitor", "Page"]);
    expect(document.activeElement).toBe(button("Visitor"));
  });

  it("offer only what is possible", async () => {
    await act(() => button("Visitor").click());
    expect(choices()).toEqual(["Move down"]);
    await act(() => button("Visitor").click());
    await chooses("Visitor", "Move down");
    await act(() => button("Earlier chats").click());
    expect(choices()).toEqual(["Move up", "Usual order"]);
  });

  it("go back to their usual order", async () => {
    await chooses("Page", "Move up");
    await chooses("Page", "Usual order");
    expect(titles()).toEqual(["Visitor", "Page", "Earlier chats"]);
    expect(document.activeElement).toBe(button("Page"));
  });

  it("fold away and say so", async () => {
    const fold = root.querySelector<HTMLElement>("h3 button");
    const body = () => document.getElementById(fold?.getAttribute("aria-controls") ?? "");
    expect(fold?.getAttribute("aria-expanded")).toBe("true");
    await act(() => fold?.click());
    expect(fold?.getAttribute("aria-expanded")).toBe("false");
    expect(body()?.hidden).toBe(true);
    await act(() => fold?.click());
    expect(body()?.hidden).toBe(false);
  });
});
