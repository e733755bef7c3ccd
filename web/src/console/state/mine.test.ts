import { describe, expect, it } from "vitest";
import type { Chat, Person } from "../../shared/net/wire";
import { chatOf, FakeClock, jonas, lena, maya } from "../../shared/testing/fakes";
import { ChatState } from "../../shared/chat/chatState";
import { myChats, reopenWith } from "./mine";

const rosa: Person = { id: "rosa", kind: "public_user", name: "Rosa" };
const closed: Partial<Chat> = { status: "closed", my: { level: "owner", may: ["read", "reopen"] } };

describe("a closed chat", () => {
  it("goes on with the customer user, whoever asked first", () => {
    expect(reopenWith(chatOf(closed), maya)).toBe(lena);
    const asked = chatOf({ ...closed, direction: "agent_customer", requester: maya, addressee: lena });
    expect(reopenWith(asked, maya)).toBe(lena);
  });

  it("goes on with the other agent", () => {
    const chat = chatOf({ ...closed, direction: "agent_agent", requester: maya, addressee: jonas });
    expect(reopenWith(chat, maya)).toBe(jonas);
    expect(reopenWith(chat, jonas)).toBe(maya);
  });

  it("does not go on with a public user, nor for who may not", () => {
    expect(reopenWith(chatOf({ ...closed, direction: "public", requester: rosa }), maya)).toBeUndefined();
    expect(reopenWith(chatOf({ ...closed, my: { level: "observer", may: ["read"] } }), maya)).toBeUndefined();
  });
});

describe("the agent's own chats", () => {
  it("are those he takes part in and may read", () => {
    const nothing = (): void => undefined;
    const state = (id: string, my: Chat["my"]) =>
      new ChatState(chatOf({ id, my }), {
        me: maya,
        clock: new FakeClock(),
        fetch: nothing,
        settled: nothing,
      });
    const all = [
      state("mine", { state: "active", may: ["read", "post"] }),
      state("invited", { state: "invited", may: ["read", "accept"] }),
      state("moved away", { state: "active", may: [] }),
    ];
    expect(myChats(all).open.map((each) => each.id)).toEqual(["mine"]);
  });
});
