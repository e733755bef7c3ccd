import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ParleyClient } from "../chat/client";
import type { Chat } from "../net/wire";
import { chatOf, FakeWorld, lena, welcome } from "../testing/fakes";
import { followWaiting, waiting } from "./waiting";

let world: FakeWorld;
let client: ParleyClient;
let stop: () => void;

const request: Partial<Chat> = {
  status: "request",
  my: { state: "active", level: "participant", may: ["read", "post", "withdraw"] },
};

beforeEach(() => {
  localStorage.clear();
  world = new FakeWorld();
  world.answer = () => ({ status: 200, body: { position: asked(), waitedSeconds: 5 } });
  client = new ParleyClient({ as: "customer", me: lena, outside: world });
  client.start();
  stop = followWaiting(client, world);
});

afterEach(() => stop());

const asked = () => world.requests.filter(({ path }) => path.endsWith("/waiting")).length;
const settled = () => new Promise((done) => setTimeout(done));

function says(change: Partial<Chat>): void {
  world.socket.says({ type: "chat", chat: chatOf({ ...request, ...change }) });
}

async function goLive(): Promise<void> {
  world.socket.opens();
  world.socket.says(welcome, { type: "chat", chat: chatOf(request) }, { type: "live" });
  await settled();
}

describe("the place in line", () => {
  it("is asked for at once and every ten seconds", async () => {
    await goLive();
    expect(waiting.value.get("c1")).toEqual({ position: 1, waitedSeconds: 5 });
    world.pass(9_000);
    expect(asked()).toBe(1);
    world.pass(1_000);
    await settled();
    expect(waiting.value.get("c1")?.position).toBe(2);
  });

  it("is asked for when the chat changes", async () => {
    await goLive();
    says({ version: 2, channel: { id: "b", name: "Billing" } });
    await settled();
    expect(asked()).toBe(2);
    says({ version: 2 });
    await settled();
    expect(asked()).toBe(2);
  });

  it("is nobody's once the request was accepted", async () => {
    await goLive();
    says({ version: 2, status: "active", my: { state: "active", may: ["read", "post"] } });
    await settled();
    expect(waiting.value.size).toBe(0);
    world.pass(60_000);
    expect(asked()).toBe(1);
  });

  it("is unknown while nobody answers, and asked for again", async () => {
    world.answer = () => ({ status: 503 });
    await goLive();
    expect(waiting.value.size).toBe(0);
    world.answer = () => ({ status: 200, body: { position: 7, waitedSeconds: 5 } });
    world.pass(10_000);
    await settled();
    expect(waiting.value.get("c1")?.position).toBe(7);
  });

  it("is asked for once, however many look, until the last one stops", async () => {
    const stopOther = followWaiting(client, world);
    await goLive();
    expect(asked()).toBe(1);
    stopOther();
    world.pass(10_000);
    await settled();
    expect(asked()).toBe(2);
    stop();
    world.pass(60_000);
    await settled();
    expect(asked()).toBe(2);
    stop = () => undefined;
  });

  it("is not asked of a request that an agent made", async () => {
    world.socket.opens();
    const personal = { ...request, direction: "agent_customer" } as const;
    world.socket.says(welcome, { type: "chat", chat: chatOf(personal) }, { type: "live" });
    await settled();
    expect(asked()).toBe(0);
  });
});
