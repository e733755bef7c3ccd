import { beforeEach, describe, expect, it } from "vitest";
import type { Chat } from "../net/wire";
import { chatOf, FakeClock, jonas, lena, maya, message, participant } from "../testing/fakes";
import { ChatState } from "./chatState";
import { marksOf, readersOf, receiptOf } from "./marks";
import type { OutboxItem } from "./outbox";

let clock: FakeClock;
let fetched: number[];
let settled: string[];

function stateOf(change = {}): ChatState {
  return new ChatState(chatOf(change), {
    me: lena,
    clock,
    fetch: (_chat, after) => fetched.push(after),
    settled: (id) => settled.push(id),
  });
}

function numbers(state: ChatState): number[] {
  return state.entries.value.map((entry) => entry.n);
}

function twin(id: string, text: string): OutboxItem {
  return { id, chat: "c1", text, visibility: "everyone", at: clock.now(), state: "pending" };
}

beforeEach(() => {
  clock = new FakeClock();
  fetched = [];
  settled = [];
});

describe("the entries of a chat", () => {
  it("follow each other, and a repeat changes nothing", () => {
    const state = stateOf();
    [1, 2, 2, 1, 3].forEach((n) => state.apply(message(n)));
    expect(numbers(state)).toEqual([1, 2, 3]);
    expect(fetched).toEqual([]);
  });

  it("wait behind a hole, which is asked for once", () => {
    const state = stateOf({ head: 4 });
    state.apply(message(5));
    state.apply(message(8));
    state.apply(message(9));
    expect(numbers(state)).toEqual([5]);
    expect(fetched).toEqual([5]);
    state.applyPage([message(6), message(7), message(8), message(9)], true);
    expect(numbers(state)).toEqual([5, 6, 7, 8, 9]);
    expect(state.bookmark).toBe(9);
  });

  it("written before one joined are asked for, since they were told to nobody here", () => {
    const invited: Chat["my"] = { level: "participant", state: "invited", may: ["read", "accept"] };
    const state = stateOf({ head: 4, my: invited });
    state.update(chatOf({ head: 5, version: 2, my: { ...invited, state: "active", may: ["read", "post"] } }));
    expect(fetched).toEqual([4]);
    state.update(chatOf({ head: 6, version: 3 }));
    expect(fetched).toEqual([4]);
  });

  it("are asked for again from where a complete page left a hole", () => {
    const state = stateOf();
    state.apply(message(9));
    state.applyPage([message(1), message(2)], false);
    expect(fetched).toEqual([0]);
    state.applyPage([message(3)], true);
    expect(fetched).toEqual([0, 3]);
  });

  it("are not asked for in circles when a page brings nothing", () => {
    const state = stateOf();
    state.apply(message(3));
    state.applyPage([], true);
    expect(fetched).toEqual([0]);
    state.apply(message(4));
    expect(fetched).toEqual([0, 0]);
  });

  it("grow upwards by whole pages only", () => {
    const state = stateOf({ head: 6 });
    expect(state.first).toBe(7);
    state.prepend([message(5), message(6)]);
    state.prepend([message(1), message(2)]);
    expect(numbers(state)).toEqual([5, 6]);
    state.prepend([message(1), message(2), message(3), message(4)]);
    expect(numbers(state)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(state.reachesStart).toBe(true);
  });
});

describe("an own message", () => {
  it("takes its place in the log by its ack", () => {
    const state = stateOf({ head: 2 });
    state.ack(
      { type: "ack", id: "m1", chat: "c1", n: 3, at: "2025-10-14T08:00:05.000Z" },
      twin("m1", "hello"),
    );
    expect(state.entries.value).toEqual([
      {
        n: 3,
        kind: "message",
        by: lena,
        text: "hello",
        visibility: "everyone",
        id: "m1",
        at: "2025-10-14T08:00:05.000Z",
      },
    ]);
    expect(settled).toEqual(["m1"]);
  });

  it("stays in sight while what came before it is fetched", () => {
    const state = stateOf({ head: 2 });
    state.ack(
      { type: "ack", id: "m1", chat: "c1", n: 5, at: "2025-10-14T08:00:05.000Z" },
      twin("m1", "hello"),
    );
    expect(numbers(state)).toEqual([]);
    expect(state.ahead.value.map((entry) => entry.text)).toEqual(["hello"]);
    expect(fetched).toEqual([2]);
    state.applyPage([message(3), message(4), message(5, lena, { id: "m1" })], true);
    expect(numbers(state)).toEqual([3, 4, 5]);
    expect(state.ahead.value).toEqual([]);
  });

  it("is recognised by its id after a reload", () => {
    const state = stateOf({ head: 2 });
    state.applyPage([message(3, lena, { id: "m7" }), message(4, maya, { id: "x" })], true);
    expect(settled).toEqual(["m7"]);
    const reloaded = stateOf({ head: 3 });
    reloaded.prepend([message(2), message(3, lena, { id: "m8" })]);
    expect(settled).toEqual(["m7", "m8"]);
  });

  it("is sent, delivered, read as the other side's marks move", () => {
    const state = stateOf();
    state.apply(message(1, lena));
    expect(receiptOf({ n: 1, visibility: "everyone" }, state.marks.value)).toBe("sent");
    state.mark("maya", 0, 1);
    expect(receiptOf({ n: 1, visibility: "everyone" }, state.marks.value)).toBe("delivered");
    state.mark("maya", 1, 1);
    expect(receiptOf({ n: 1, visibility: "everyone" }, state.marks.value)).toBe("read");
    state.update(chatOf({ version: 2 }));
    expect(receiptOf({ n: 1, visibility: "everyone" }, state.marks.value)).toBe("read");
  });

  it("is read by some of several, which agents are told and outsiders are not", () => {
    const anna = { id: "anna", kind: "agent", name: "Anna" } as const;
    const chat = chatOf({
      direction: "agent_agent",
      participants: [participant(maya), participant(jonas, { read: 4 }), participant(anna, { read: 2 })],
    });
    const own = { n: 3, visibility: "everyone" } as const;
    expect(readersOf(own, marksOf(chat, maya))).toEqual({ read: 1, of: 2 });
    expect(readersOf({ ...own, n: 2 }, marksOf(chat, maya))).toEqual({ read: 2, of: 2 });
    const gone = {
      ...chat,
      participants: [participant(maya), participant(anna, { state: "left", read: 9 })],
    };
    expect(readersOf(own, marksOf(gone, maya)).of).toBe(0);
    const asked = chatOf({ participants: [participant(lena), participant(maya), participant(jonas)] });
    expect(readersOf(own, marksOf(asked, lena)).of).toBe(0);
  });

  it("never says that the other side has read an internal note", () => {
    const asMaya = marksOf(stateOf().chat.value, { id: "maya", kind: "agent", name: "Maya" });
    const everythingRead = { ...asMaya, delivered: 9, read: 9 };
    expect(receiptOf({ n: 1, visibility: "everyone" }, everythingRead)).toBe("read");
    expect(receiptOf({ n: 1, visibility: "agents" }, everythingRead)).toBe("sent");
  });
});

describe("what is unread", () => {
  it("is the server's count plus what came since, and nothing once it is read", () => {
    const state = stateOf({ head: 5, read: 3, unread: 2 });
    state.apply(message(6));
    state.apply(message(7, lena));
    state.apply(message(8, maya, { kind: "joined" }));
    expect(state.unread.value).toBe(3);
    expect(state.markRead(8)).toBe(true);
    expect(state.unread.value).toBe(0);
    expect(state.markRead(7)).toBe(false);
  });

  it("falls when another tab has read it", () => {
    const state = stateOf();
    state.apply(message(1));
    state.mark("lena", 1, 1);
    expect(state.unread.value).toBe(0);
  });
});

describe("typing", () => {
  it("ends after 6 seconds, or with the message", () => {
    const state = stateOf({ participants: [participant(lena), participant(maya), participant(jonas)] });
    state.showTyping(maya);
    clock.pass(5_000);
    state.showTyping(jonas);
    state.showTyping(lena);
    expect(state.typing.value).toEqual([maya, jonas]);
    clock.pass(1_000);
    expect(state.typing.value).toEqual([jonas]);
    state.apply(message(1, jonas));
    expect(state.typing.value).toEqual([]);
  });
});

describe("a snapshot", () => {
  it("that is older than what is known changes nothing", () => {
    const state = stateOf({ version: 5 });
    state.update(chatOf({ version: 4, status: "request" }));
    expect(state.chat.value.status).toBe("active");
    state.update(chatOf({ version: 6, status: "closed", reason: "closed" }));
    expect(state.closed.value).toBe(true);
  });

  it("counts as unread again what was marked so, until the reader comes back", () => {
    const state = stateOf({ head: 0 });
    [message(1, maya), message(2, lena), message(3, maya)].forEach((entry) => state.apply(entry));
    state.markRead(3);
    expect(state.markUnread()).toBe(true);
    expect(state.unread.value).toBe(1);
    state.update(chatOf({ head: 3, read: 3, version: 2 }));
    state.mark("lena", 3, 3);
    expect(state.unread.value).toBe(1);
    state.apply(message(4, maya));
    expect(state.unread.value).toBe(2);
    expect(state.markRead(4)).toBe(true);
    expect(state.unread.value).toBe(0);
  });

  it("counts from the message on that was marked", () => {
    const state = stateOf();
    [1, 2, 3].forEach((n) => state.apply(message(n, maya)));
    state.markRead(3);
    expect(state.markUnread(2)).toBe(true);
    expect(state.unread.value).toBe(2);
  });

  it("has nothing to mark as unread where nobody else wrote", () => {
    const state = stateOf({ head: 0 });
    state.apply(message(1, lena));
    expect(state.markUnread()).toBe(false);
  });
});
