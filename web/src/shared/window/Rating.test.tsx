import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ParleyClient } from "../chat/client";
import type { ChatState } from "../chat/chatState";
import { startTexts } from "../i18n";
import type { Chat, Rating as Given } from "../net/wire";
import { chatOf, FakeWorld, lena, welcome } from "../testing/fakes";
import { serverTime } from "../ui/time";
import { Rating } from "./Rating";

const closed: Partial<Chat> = {
  status: "closed",
  reason: "closed",
  acceptedAt: "2025-10-14T08:00:00.000Z",
  my: { state: "active", level: "participant", may: ["read", "rate"] },
};

let root: HTMLElement;
let world: FakeWorld;
let client: ParleyClient;
let stored: Given | undefined;

beforeEach(async () => {
  await startTexts("chat", "window");
  localStorage.clear();
  root = document.createElement("div");
  document.body.append(root);
  stored = undefined;
  world = new FakeWorld();
  world.answer = (path, body) => {
    if (path.endsWith("/rating")) stored = { ...(body as Given), until: inHours(24) };
    return path.endsWith("/rating") ? { status: 204 } : { status: 200, body: chat() };
  };
  client = new ParleyClient({ as: "customer", me: lena, outside: world });
  client.start();
});

afterEach(() => {
  render(null, root);
  root.remove();
});

const inHours = (hours: number): string => new Date(serverTime() + hours * 3_600_000).toISOString();
const chat = (): Chat => chatOf({ ...closed, ...(stored ? { rating: stored } : {}) });
const stars = () => [...root.querySelectorAll<HTMLInputElement>("input[type=radio]")];
const button = (name: string) =>
  [...root.querySelectorAll("button")].find((each) => each.textContent?.includes(name));
const settled = () => act(async () => new Promise((done) => setTimeout(done)));

async function draw(change: Partial<Chat> = {}): Promise<ChatState> {
  world.socket.opens();
  world.socket.says(welcome, { type: "chat", chat: { ...chat(), ...change } }, { type: "live" });
  const state = client.chats.find("c1");
  if (!state) throw new Error("no chat");
  await act(() => render(<Rating client={client} state={state} />, root));
  return state;
}

async function choose(star: number): Promise<void> {
  await act(() => stars()[star - 1]?.click());
}

describe("the rating of a closed chat", () => {
  it("is a group of five named choices", async () => {
    await draw();
    expect(stars().map((star) => star.getAttribute("aria-label"))).toEqual(
      [1, 2, 3, 4, 5].map((count) => `${count} of 5 stars`),
    );
    expect(root.querySelector("legend")?.textContent).toBe("How did we do?");
    expect(new Set(stars().map((star) => star.name)).size).toBe(1);
  });

  it("asks for a comment once there is a star, and sends both", async () => {
    await draw();
    expect(root.querySelector("input.input")).toBeNull();
    await choose(4);
    expect(root.querySelectorAll(".is-on")).toHaveLength(4);
    const comment = root.querySelector<HTMLInputElement>("input.input");
    await act(() => {
      if (comment) comment.value = " Quick and kind. ";
      comment?.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await act(() => button("Send rating")?.click());
    await settled();
    expect(world.requests.find(({ method }) => method === "PUT")?.body).toEqual({
      score: 4,
      comment: "Quick and kind.",
    });
    expect(root.textContent).toContain("Thank you for your rating");
    expect(document.activeElement?.textContent).toBe("Thank you for your rating");
    expect(root.querySelector("[role=img]")?.getAttribute("aria-label")).toBe("4 of 5 stars");
  });

  it("says what went wrong and keeps what was chosen", async () => {
    world.answer = () => ({ status: 503, body: { code: "unavailable" } });
    await draw();
    await choose(2);
    await act(() => button("Send rating")?.click());
    await settled();
    expect(root.querySelector("[role=alert]")).not.toBeNull();
    expect(stars()[1]?.checked).toBe(true);
    expect(button("Send rating")?.getAttribute("aria-busy")).toBe("false");
  });

  it("shows what was given, also in another tab, and lets it be changed while it may be", async () => {
    const state = await draw();
    await act(() => state.update({ ...chat(), rating: { score: 5, comment: "Fine", until: inHours(1) } }));
    expect(root.textContent).toContain("Fine");
    expect(stars()).toHaveLength(0);
    await act(() => button("Change rating")?.click());
    expect(stars()[4]?.checked).toBe(true);
  });

  it("stands once its day is over", async () => {
    await draw({ rating: { score: 3, until: inHours(-1) } });
    expect(root.querySelector("[role=img]")?.getAttribute("aria-label")).toBe("3 of 5 stars");
    expect(button("Change rating")).toBeUndefined();
  });

  it("is not asked of whoever may not give one", async () => {
    await draw({ my: { may: ["read"] } });
    expect(root.textContent).toBe("");
  });
});
