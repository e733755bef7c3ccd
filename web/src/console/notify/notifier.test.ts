import { beforeEach, describe, expect, it } from "vitest";
import { ChatState } from "../../shared/chat/chatState";
import type { Chat, ChatRequest, Entry } from "../../shared/net/wire";
import { chatOf, FakeClock, jonas, lena, maya, message } from "../../shared/testing/fakes";
import { DEFAULTS, type Preferences } from "../state/preferences";
import { Notifier } from "./notifier";

const defaults = DEFAULTS;

class FakeConsole {
  readonly clock = new FakeClock();
  readonly told: string[] = [];
  preferences: Preferences = defaults;
  leading = true;
  watched = false;
  open = true;
  request: ChatRequest | undefined;
  state = this.chat({});
  readonly notifier = new Notifier({
    me: maya,
    clock: this.clock,
    serverTime: () => this.clock.now(),
    preferences: () => this.preferences,
    leading: () => this.leading,
    watched: () => this.watched,
    chat: () => this.state,
    request: () => (this.open ? this.request : undefined),
    popup: ({ event }) => this.told.push(`popup ${event}`),
    sound: (name) => this.told.push(`sound ${name}`),
  });

  chat(change: Partial<Chat["my"]>): ChatState {
    const nothing = (): void => undefined;
    const my = { ...chatOf().my, ...change };
    return new ChatState(chatOf({ my }), { me: maya, clock: this.clock, fetch: nothing, settled: nothing });
  }

  hears(entry: Entry): void {
    const fresh = { ...entry, at: new Date(this.clock.now()).toISOString() };
    this.state.apply(fresh);
    this.notifier.hear({ type: "entry", chat: "c1", ...fresh });
  }

  isAsked(kind: ChatRequest["kind"] = "customer", since = new Date(this.clock.now()).toISOString()): void {
    const request = { chat: "r1", kind, from: lena, channel: { id: "s", name: "Sales" }, since, text: "Hi" };
    this.request = request;
    this.notifier.hear({ type: "request", change: "added", chat: "r1", request });
  }
}

let desk: FakeConsole;

beforeEach(() => {
  desk = new FakeConsole();
});

describe("an agent is told", () => {
  it("of a message nobody read, by pop-up and sound", () => {
    desk.hears(message(1, lena));
    desk.clock.pass(1_000);
    expect(desk.told).toEqual(["popup message", "sound message"]);
  });

  it("nothing of what is before his eyes, of his own words, or in a tab that does not lead", () => {
    desk.hears(message(1, lena));
    desk.state.markRead(1);
    desk.hears(message(2, maya));
    desk.leading = false;
    desk.hears(message(3, lena));
    desk.clock.pass(1_000);
    expect(desk.told).toEqual([]);
  });

  it("by sound alone while he looks at another chat", () => {
    desk.watched = true;
    desk.hears(message(1, lena));
    desk.clock.pass(1_000);
    expect(desk.told).toEqual(["sound message"]);
  });

  it("of a note that names him, with a sound of its own", () => {
    desk.hears(message(1, jonas, { visibility: "agents", text: "@Maya Okafor please look" }));
    desk.clock.pass(1_000);
    expect(desk.told).toEqual(["popup mention", "sound mention"]);
  });

  it("that he is named even in a chat of which he wants to hear nothing", () => {
    desk.state = desk.chat({ monitoring: "off" });
    desk.hears(message(1, jonas, { visibility: "agents", text: "@Maya Okafor please look" }));
    desk.clock.pass(1_000);
    expect(desk.told).toEqual(["popup mention", "sound mention"]);
  });

  it("only of what he wants to hear in this chat", () => {
    desk.state = desk.chat({ monitoring: "customer" });
    desk.hears(message(1, jonas));
    desk.hears(message(2, lena));
    desk.clock.pass(1_000);
    expect(desk.told).toEqual(["popup message", "sound message"]);
    desk.state = desk.chat({ monitoring: "off" });
    desk.hears(message(3, lena));
    desk.clock.pass(1_000);
    expect(desk.told).toHaveLength(2);
  });

  it("only by the ways he has chosen, and not in his quiet hours", () => {
    const ways = { popup: false, sound: true, email: false };
    desk.preferences = { ...defaults, notifications: { ...defaults.notifications, message: ways } };
    desk.hears(message(1, lena));
    desk.clock.pass(1_000);
    expect(desk.told).toEqual(["sound message"]);
    desk.preferences = { ...defaults, timeZone: "UTC", quietHours: { from: "07:00", to: "09:00" } };
    desk.hears(message(2, lena));
    desk.clock.pass(1_000);
    expect(desk.told).toHaveLength(1);
  });
});

describe("a request", () => {
  it("rings again until somebody is there", () => {
    desk.isAsked();
    desk.clock.pass(600 + 8_000);
    expect(desk.told).toEqual(["popup request", "sound request", "sound request"]);
    desk.notifier.hush();
    desk.clock.pass(60_000);
    expect(desk.told).toHaveLength(3);
  });

  it("rings no longer than six times, and not once it is gone", () => {
    desk.isAsked("invitation");
    desk.clock.pass(120_000);
    expect(desk.told.filter((each) => each === "sound request")).toHaveLength(6);
    desk.isAsked();
    desk.open = false;
    desk.clock.pass(60_000);
    expect(desk.told).toHaveLength(7);
  });

  it("that has waited longer is no news", () => {
    desk.isAsked("customer", "2025-10-14T07:50:00.000Z");
    desk.clock.pass(10_000);
    expect(desk.told).toEqual([]);
  });

  it("that nobody has seen is told again when the server reminds of it", () => {
    desk.isAsked("customer", "2025-10-14T07:50:00.000Z");
    desk.notifier.hear({ type: "request", change: "reminder", chat: "r1" });
    desk.clock.pass(1_000);
    expect(desk.told).toEqual(["popup request", "sound request"]);
  });
});
