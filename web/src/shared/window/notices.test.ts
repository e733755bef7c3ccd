import { beforeEach, describe, expect, it } from "vitest";
import { ParleyClient } from "../chat/client";
import { chatOf, FakeWorld, lena, maya, message, participant, welcome } from "../testing/fakes";
import { watchNews, type News } from "./notices";

let world: FakeWorld;
let client: ParleyClient;
let told: News[];

beforeEach(() => {
  localStorage.clear();
  world = new FakeWorld();
  client = new ParleyClient({ as: "customer", me: lena, outside: world });
  client.start();
  told = [];
  watchNews(client.chats, (news) => told.push(news));
  world.socket.opens();
  const chat = chatOf({ head: 2, last: message(2) });
  world.socket.says(welcome, { type: "chat", chat }, { type: "live" });
});

describe("news for a customer", () => {
  it("are not what was there before", () => {
    expect(told).toEqual([]);
  });

  it("are what an agent writes, each message once", () => {
    world.socket.says({ type: "entry", chat: "c1", ...message(3, maya, { text: "It is the *valve*." }) });
    world.socket.says({ type: "read", chat: "c1", who: "maya", read: 3, delivered: 3 });
    expect(told).toEqual([{ chat: "c1", kind: "message", name: "Maya Okafor", text: "It is the *valve*." }]);
  });

  it("are not one's own words, nor what the product says by itself", () => {
    world.socket.says({ type: "entry", chat: "c1", ...message(3, lena) });
    world.socket.says({
      type: "entry",
      chat: "c1",
      n: 4,
      kind: "idle_warning",
      visibility: "everyone",
      at: "2025-10-14T08:10:00.000Z",
    });
    expect(told).toEqual([]);
  });

  it("are an agent's request, and that somebody accepted", () => {
    const asked = chatOf({
      id: "c2",
      status: "request",
      direction: "agent_customer",
      requester: maya,
      addressee: lena,
      participants: [participant(maya), participant(lena, { state: "invited" })],
      last: message(1, maya, { text: "A minute?" }),
      head: 1,
      my: { state: "invited", may: ["read", "accept", "decline"] },
    });
    world.socket.says({ type: "chat", chat: asked });
    world.socket.says({ type: "entry", chat: "c1", ...message(3, maya, { kind: "accepted" }) });
    expect(told.map(({ chat, kind, name }) => [chat, kind, name])).toEqual([
      ["c2", "request", "Maya Okafor"],
      ["c1", "accepted", "Maya Okafor"],
    ]);
  });
});
