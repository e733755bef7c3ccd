import { describe, expect, it } from "vitest";
import { ChatState } from "../../shared/chat/chatState";
import type { Chat, Entry } from "../../shared/net/wire";
import { chatOf, FakeClock, lena, maya, message } from "../../shared/testing/fakes";
import { longestWaitFirst, unansweredSince } from "./waiting";

function stateOf(chat: Partial<Chat>, ...entries: Entry[]): ChatState {
  const nothing = (): void => undefined;
  const state = new ChatState(chatOf(chat), {
    me: maya,
    clock: new FakeClock(),
    fetch: nothing,
    settled: nothing,
  });
  entries.forEach((entry) => state.apply(entry));
  return state;
}

describe("who waits for an answer", () => {
  it("waits since the first message after the last answer", () => {
    const said = [message(1, lena), message(2, maya), message(3, lena), message(4, lena)];
    expect(unansweredSince(stateOf({}, ...said))).toBe(said[2]?.at);
  });

  it("has not been answered by a note among agents", () => {
    const note = message(2, maya, { visibility: "agents" });
    expect(unansweredSince(stateOf({}, message(1, lena), note))).toBe(message(1).at);
  });

  it("is known from the last words where no entries are loaded", () => {
    expect(unansweredSince(stateOf({ head: 4, last: message(4, lena) }))).toBe(message(4).at);
    expect(unansweredSince(stateOf({ head: 4, last: message(4, maya) }))).toBeUndefined();
  });

  it("is nobody in a chat among agents, or one that is closed", () => {
    expect(unansweredSince(stateOf({ direction: "agent_agent" }, message(1, lena)))).toBeUndefined();
    expect(unansweredSince(stateOf({ status: "closed" }, message(1, lena)))).toBeUndefined();
  });

  it("stands first who has waited longest, and last who has an answer", () => {
    const answered = stateOf({ id: "answered" }, message(1, maya));
    const short = stateOf({ id: "short", head: 8 }, message(9, lena));
    const long = stateOf({ id: "long" }, message(1, lena));
    expect(longestWaitFirst([answered, short, long]).map((each) => each.id)).toEqual([
      "long",
      "short",
      "answered",
    ]);
  });
});
