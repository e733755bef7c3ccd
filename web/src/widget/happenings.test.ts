import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ParleyClient } from "../shared/chat/client";
import type { Chat, Entry, Me } from "../shared/net/wire";
import { chatOf, FakeWorld, maya } from "../shared/testing/fakes";
import { watchHappenings } from "./happenings";

const rosa: Me = { id: "rosa", kind: "public_user", name: "Rosa" };

let world: FakeWorld;
let client: ParleyClient;
let told: [string, unknown][];
let end: () => void;

beforeEach(() => {
  world = new FakeWorld();
  world.answer = () => ({ status: 404 });
  client = new ParleyClient({ as: "widget", me: rosa, outside: world });
  client.start();
  world.socket.goesLive();
  told = [];
  end = watchHappenings(client, (name, detail) => told.push([name, detail]));
});
afterEach(() => {
  end();
  client.stop();
});

const mine = (change: Partial<Chat> = {}): Chat =>
  chatOf({ direction: "public", requester: rosa, status: "request", head: 1, version: 1, ...change });

const entry = (n: number, change: Partial<Entry> = {}): Entry => ({
  n,
  kind: "message",
  by: maya,
  text: "the secret words",
  visibility: "everyone",
  at: "2025-10-14T08:00:00.000Z",
  ...change,
});

describe("what the page is told", () => {
  it("is that a chat was accepted by whom, and closed why", () => {
    world.socket.says({ type: "chat", chat: mine() });
    world.socket.says({ type: "chat", chat: mine({ status: "active", acceptedBy: maya, version: 2 }) });
    world.socket.says({ type: "chat", chat: mine({ status: "closed", reason: "timeout", version: 3 }) });
    expect(told).toEqual([
      ["chat:accepted", { chat: "c1", agent: "Maya Okafor" }],
      ["chat:closed", { chat: "c1", reason: "timeout" }],
    ]);
  });

  it("is that there is a message and from whom, never what it says", () => {
    world.socket.says({ type: "chat", chat: mine({ status: "active" }) });
    world.socket.says({ type: "entry", chat: "c1", ...entry(2) });
    world.socket.says({ type: "entry", chat: "c1", ...entry(3, { by: rosa }) });
    world.socket.says({ type: "entry", chat: "c1", ...entry(4, { kind: "no_answer_yet" }) });
    expect(told).toEqual([
      ["message", { chat: "c1", seq: 2, from: "agent" }],
      ["message", { chat: "c1", seq: 3, from: "self" }],
      ["message", { chat: "c1", seq: 4, from: "system" }],
    ]);
    expect(JSON.stringify(told)).not.toContain("secret");
  });

  it("is an agent's wish for a chat", () => {
    world.socket.says({ type: "chat", chat: mine({ requester: maya, my: { may: ["accept", "decline"] } }) });
    expect(told).toEqual([["chat:invite", { chat: "c1" }]]);
  });

  it("is a rating", () => {
    world.socket.says({ type: "chat", chat: mine({ status: "closed", version: 2 }) });
    world.socket.says({
      type: "chat",
      chat: mine({ status: "closed", version: 3, rating: { score: 4, until: "2025-10-15T08:00:00.000Z" } }),
    });
    expect(told).toEqual([["rated", { chat: "c1", score: 4 }]]);
  });

  it("is nothing of what was there before, and nothing after the end", () => {
    world.socket.says({ type: "chat", chat: mine({ status: "active", head: 7 }) });
    world.socket.says({ type: "page", chat: "c1", entries: [entry(6), entry(7)], complete: true });
    end();
    world.socket.says({ type: "entry", chat: "c1", ...entry(8) });
    expect(told).toEqual([]);
  });
});
