import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTexts } from "../../shared/i18n";
import type { ChatRequest, ServerFrame } from "../../shared/net/wire";
import { lena, maya } from "../../shared/testing/fakes";
import { Desk, DeskContext } from "../state/desk";
import { place } from "../state/router";
import { Palette } from "./Palette";

let desk: Desk;
let root: HTMLElement;
let closed = 0;

beforeAll(() => startTexts("chat", "console", "workplace"));

beforeEach(async () => {
  closed = 0;
  desk = new Desk({ ...maya, availability: "unavailable" });
  root = document.createElement("div");
  document.body.append(root);
  await act(() =>
    render(
      <DeskContext.Provider value={desk}>
        <Palette close={() => closed++} />
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

function field(): HTMLInputElement {
  const input = root.querySelector("input");
  if (!input) throw new Error("the palette has no field");
  return input;
}

async function types(text: string): Promise<void> {
  await act(() => {
    field().value = text;
    field().dispatchEvent(new Event("input", { bubbles: true }));
  });
}

async function presses(key: string): Promise<void> {
  await act(() => void field().dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true })));
  await new Promise((done) => setTimeout(done, 1));
}

function offered(): string[] {
  return [...root.querySelectorAll('[role="option"] .truncate')].map((each) => each.textContent ?? "");
}

describe("the command palette", () => {
  it("finds by parts of words and does the chosen one", async () => {
    await types("go chats");
    expect(offered()).toEqual(["Go to the chats"]);
    await presses("Enter");
    expect(closed).toBe(1);
    expect(place.value).toEqual({ page: "chats" });
  });

  it("goes up and down, round and round", async () => {
    await types("go");
    const chosen = () => root.querySelector('[aria-selected="true"] .truncate')?.textContent;
    expect(chosen()).toBe("Go to the dashboard");
    await presses("ArrowUp");
    const last = offered().at(-1);
    expect(chosen()).toBe(last);
    await presses("ArrowDown");
    expect(chosen()).toBe("Go to the dashboard");
    expect(field().getAttribute("aria-activedescendant")).toContain("dashboard");
  });

  it("does by one letter what is possible, and only on the empty field", async () => {
    const asked: string[] = [];
    desk.accept = async ({ chat }) => asked.push(chat) > 0;
    await presses("a");
    expect(asked).toEqual([]);
    const since = "2025-10-14T08:00:00Z";
    const channel = { id: "s", name: "Sales" };
    const request: ChatRequest = { chat: "r1", kind: "customer", from: lena, channel, since, text: "Hi" };
    const frame: ServerFrame = { type: "request", change: "added", chat: "r1", request };
    await act(() => desk.client.requests.apply(frame));
    expect(offered()).toContain("Accept the oldest request, from Lena Fischer");
    await types("x");
    await presses("a");
    expect(asked).toEqual([]);
    await types("");
    await presses("a");
    expect(asked).toEqual(["r1"]);
  });

  it("says that nothing fits", async () => {
    await types("xyzzy");
    expect(offered()).toEqual([]);
    expect(root.textContent).toContain("Nothing fits.");
  });
});
