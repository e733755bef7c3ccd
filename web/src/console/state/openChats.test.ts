import { describe, expect, it } from "vitest";
import { ApiError, type Api } from "../../shared/net/api";
import { lena } from "../../shared/testing/fakes";
import { OpenChats } from "./openChats";

const row = (chat: string, channel: string) => ({
  chat,
  channel: { id: channel, name: channel },
  with: lena,
  agents: [],
  since: "2025-10-14T08:00:00.000Z",
  mine: false,
});

function answering(...answers: (() => object)[]): Api {
  return { get: () => Promise.resolve().then(() => answers.shift()?.()) } as unknown as Api;
}

describe("the chats that go on", () => {
  it("are known once told, and chosen by channel", async () => {
    const open = new OpenChats(answering(() => ({ chats: [row("a", "sales"), row("b", "billing")] })));
    expect(open.known).toBe(false);
    await open.load();
    expect(open.known).toBe(true);
    expect(open.all.value.map(({ chat }) => chat)).toEqual(["a", "b"]);
    expect(open.within(["billing"]).map(({ chat }) => chat)).toEqual(["b"]);
    expect(open.within([])).toEqual([]);
  });

  it("stay what they were when they cannot be read", async () => {
    const refuse = () => {
      throw new ApiError(0, "offline");
    };
    const open = new OpenChats(answering(() => ({ chats: [row("a", "sales")] }), refuse));
    await open.load();
    await open.load();
    expect(open.all.value.map(({ chat }) => chat)).toEqual(["a"]);
  });
});
