import { signal } from "@preact/signals";
import { describe, expect, it } from "vitest";
import type { ChatState } from "../../shared/chat/chatState";
import type { Chat } from "../../shared/net/wire";
import { chatOf, maya } from "../../shared/testing/fakes";
import type { Desk } from "../state/desk";
import { cannedSource } from "./cannedSource";

async function filledIn(change: Partial<Chat["my"]>): Promise<string[]> {
  const reply = { id: "1", code: "hi", text: "{{agent.name}} is here", scope: "own", mayEdit: true };
  const desk = { client: { me: maya }, replies: { find: () => Promise.resolve([reply]) } };
  const chat = chatOf({});
  const state = { id: chat.id, chat: signal({ ...chat, my: { ...chat.my, ...change } }) };
  const found = await cannedSource(desk as unknown as Desk, state as unknown as ChatState).find("hi");
  return found.map(({ insert }) => insert);
}

describe("the agent's name in a canned reply", () => {
  it("is the one that outsiders know, where names are masked", async () => {
    expect(await filledIn({ shownAs: "Support 2" })).toEqual(["Support 2 is here"]);
    expect(await filledIn({})).toEqual(["Maya Okafor is here"]);
  });
});
