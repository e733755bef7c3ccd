import { beforeEach, describe, expect, it } from "vitest";
import { chatOf, FakeWorld, lena, maya, message, welcome } from "../testing/fakes";
import { ConnectionNotice } from "./connectionNotice";
import { ParleyClient } from "./client";
import { browserOutboxStore } from "./outboxStore";

let world: FakeWorld;
let client: ParleyClient;

beforeEach(() => {
  localStorage.clear();
  world = new FakeWorld();
  client = newClient();
  client.start();
});

function newClient(): ParleyClient {
  return new ParleyClient({ as: "customer", me: lena, outside: world, store: browserOutboxStore("lena") });
}

function goLive(): void {
  world.socket.opens();
  world.socket.says(welcome, { type: "chat", chat: chatOf({ head: 2 }) }, { type: "live" });
}

function entriesOf(id = "c1"): string[] {
  return client.chats.find(id)?.entries.value.map((entry) => `${entry.n} ${entry.text ?? ""}`) ?? [];
}

function onlyState() {
  const state = client.chats.find("c1");
  if (!state) throw new Error("no chat");
  return state;
}

const settled = () => new Promise((done) => setTimeout(done));

describe("a client", () => {
  it("turns a pending message into its entry by the ack, in one step", () => {
    goLive();
    client.chats.send(onlyState(), "hello");
    const id = client.outbox.items.value[0]?.id ?? "";
    const seen: number[] = [];
    const stop = onlyState().entries.subscribe((entries) => {
      seen.push(entries.length + client.outbox.items.value.length);
    });
    world.socket.says({ type: "ack", id, chat: "c1", n: 3, at: "2025-10-14T08:00:05.000Z" });
    stop();
    expect(entriesOf()).toEqual(["3 hello"]);
    expect(client.outbox.items.value).toEqual([]);
    expect(seen.at(-1)).toBe(1);
  });

  it("counts what is unread only in chats one takes part in", () => {
    const unread = { head: 2, unread: 2, read: 0 };
    const invited = { level: "participant", state: "invited", may: ["read", "accept"] } as const;
    world.socket.opens();
    world.socket.says(
      welcome,
      { type: "chat", chat: chatOf(unread) },
      { type: "chat", chat: chatOf({ ...unread, id: "c2", my: { ...invited, may: [...invited.may] } }) },
      { type: "live" },
    );
    expect(client.chats.unread.value).toBe(2);
  });

  it("sends an unsent message after a reload, and shows it once when the server had it already", () => {
    goLive();
    client.chats.send(onlyState(), "hello");
    const id = client.outbox.items.value[0]?.id ?? "";
    client.stop();
    client = newClient();
    client.start();
    goLive();
    expect(world.socket.sent.filter((frame) => frame.type === "send")).toEqual([
      { type: "send", id, chat: "c1", text: "hello", visibility: "everyone" },
    ]);
    world.socket.says({ type: "entry", chat: "c1", ...message(3, lena, { id, text: "hello" }) });
    expect(client.outbox.items.value).toEqual([]);
    world.socket.says({ type: "ack", id, chat: "c1", n: 3, at: "2025-10-14T08:00:05.000Z" });
    expect(entriesOf()).toEqual(["3 hello"]);
  });

  it("fetches what is missing before it shows what came later", () => {
    goLive();
    world.socket.says({ type: "entry", chat: "c1", ...message(5) });
    expect(entriesOf()).toEqual([]);
    expect(world.socket.sent.at(-1)).toEqual({ type: "fetch", chat: "c1", after: 2 });
    world.socket.says({
      type: "page",
      chat: "c1",
      entries: [message(3), message(4), message(5)],
      complete: true,
    });
    expect(entriesOf()).toEqual(["3 message 3", "4 message 4", "5 message 5"]);
  });

  it("comes back with its cursors and learns of a chat that was closed meanwhile", async () => {
    goLive();
    world.socket.says({ type: "entry", chat: "c1", ...message(3) });
    world.answer = (path) =>
      path === "/api/v1/chats/c1"
        ? { status: 200, body: chatOf({ version: 9, status: "closed", reason: "closed", head: 4 }) }
        : { status: 404 };
    world.socket.breaks();
    world.pass(1_000);
    world.socket.opens();
    expect(world.socket.sent[0]).toMatchObject({ type: "hello", cursors: { c1: 3 } });
    const closed = message(4, maya, { kind: "closed" });
    world.socket.says(
      welcome,
      { type: "page", chat: "c1", entries: [closed], complete: true },
      { type: "live" },
    );
    await settled();
    expect(onlyState().closed.value).toBe(true);
    expect(onlyState().bookmark).toBe(4);
  });

  it("forgets a chat that is none of its business any more", async () => {
    goLive();
    world.socket.breaks();
    world.pass(1_000);
    world.socket.opens();
    world.socket.says(welcome, { type: "live" });
    await settled();
    expect(client.chats.list.value).toEqual([]);
  });

  it("says that it types at most every three seconds, and what it read once", () => {
    goLive();
    const state = onlyState();
    client.chats.typing(state);
    world.pass(2_999);
    client.chats.typing(state);
    world.pass(1);
    client.chats.typing(state);
    expect(world.socket.sent.filter((frame) => frame.type === "typing")).toHaveLength(2);
    world.socket.says({ type: "entry", chat: "c1", ...message(3) });
    expect(client.chats.unread.value).toBe(1);
    client.chats.markRead(state);
    client.chats.markRead(state);
    expect(world.socket.sent.filter((frame) => frame.type === "read")).toEqual([
      { type: "read", chat: "c1", n: 3 },
    ]);
    expect(client.chats.unread.value).toBe(0);
  });

  it("loads older messages above the ones it has", async () => {
    goLive();
    world.answer = () => ({ status: 200, body: { entries: [message(1), message(2)], complete: true } });
    expect(await client.chats.loadOlder(onlyState())).toBe(2);
    expect(world.requests.at(-1)?.path).toBe("/api/v1/chats/c1/entries?before=3&limit=50");
    expect(await client.chats.loadOlder(onlyState())).toBe(0);
  });
});

describe("the connection notice", () => {
  it("is silent for two seconds, counts down, and tells what was sent", () => {
    const notice = new ConnectionNotice(client, world);
    const stop = notice.follow();
    goLive();
    world.chance = 1;
    world.socket.breaks();
    client.chats.send(onlyState(), "hello");
    world.pass(1_000);
    world.socket.breaks();
    expect(notice.notice.value).toEqual({ name: "none" });
    world.pass(1_000);
    expect(notice.notice.value).toEqual({ name: "lost", retryAt: world.now() + 1_000 });
    world.pass(1_000);
    goLive();
    const id = client.outbox.items.value[0]?.id ?? "";
    world.socket.says({ type: "ack", id, chat: "c1", n: 3, at: "2025-10-14T08:00:05.000Z" });
    expect(notice.notice.value).toEqual({ name: "back", sent: 1 });
    world.pass(4_000);
    expect(notice.notice.value).toEqual({ name: "none" });
    stop();
  });

  it("fetches what was said before somebody came in, although the log from there on is told", async () => {
    goLive();
    world.socket.says({ type: "entry", chat: "c1", ...message(3, lena, { kind: "joined" }) });
    world.answer = () => ({ status: 200, body: { entries: [message(1), message(2)], complete: true } });
    await client.chats.show("c1");
    expect(entriesOf()).toEqual(["1 message 1", "2 message 2", "3 message 3"]);
  });

  it("says once a minute that somebody is active, and sooner if he is seen as away", () => {
    goLive();
    const said = () => world.socket.sent.filter((frame) => frame.type === "active").length;
    client.active();
    client.active();
    expect(said()).toBe(1);
    client.active(true);
    expect(said()).toBe(1);
    world.pass(1_000);
    client.active();
    expect(said()).toBe(1);
    client.active(true);
    expect(said()).toBe(2);
    world.pass(60_000);
    // So long a silence was the end of the connection.
    goLive();
    client.active();
    expect(said()).toBe(1);
  });
});
