import { beforeEach, describe, expect, it } from "vitest";
import { FakeWorld, welcome } from "../testing/fakes";
import { Connection } from "./socket";
import type { ServerFrame } from "./wire";

let world: FakeWorld;
let connection: Connection;
let heard: ServerFrame[];

beforeEach(() => {
  world = new FakeWorld();
  heard = [];
  connection = new Connection(
    { as: "customer", follow: ["requests"], cursors: () => ({ c1: 7 }), frame: (frame) => heard.push(frame) },
    world,
  );
});

describe("a connection", () => {
  it("says hello with its cursors, catches up, and is live", () => {
    connection.start();
    expect(connection.state.value.name).toBe("connecting");
    world.socket.opens();
    expect(world.socket.sent).toEqual([
      { type: "hello", as: "customer", cursors: { c1: 7 }, follow: ["requests"] },
    ]);
    world.socket.says(welcome);
    expect(connection.state.value.name).toBe("catching-up");
    world.socket.says({ type: "live" });
    expect(connection.state.value.name).toBe("live");
    expect(heard.map((frame) => frame.type)).toEqual(["welcome", "live"]);
  });

  it("sends nothing before the welcome", () => {
    connection.start();
    world.socket.opens();
    expect(connection.send({ type: "active" })).toBe(false);
    world.socket.says(welcome);
    expect(connection.send({ type: "active" })).toBe(true);
  });

  it("waits between attempts with full jitter, up to 30 seconds", () => {
    connection.start();
    world.socket.goesLive();
    const waits: number[] = [];
    for (let attempt = 0; attempt < 8; attempt++) {
      world.sockets.at(-1)?.opens();
      world.sockets.at(-1)?.says(welcome);
      world.socket.breaks();
      const state = connection.state.value;
      if (state.name !== "lost") throw new Error(state.name);
      waits.push(state.retryAt - world.now());
      world.pass(waits.at(-1) ?? 0);
    }
    expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000]);
  });

  it("starts again with a short wait after it was live", () => {
    connection.start();
    world.socket.goesLive();
    world.socket.breaks();
    world.pass(500);
    world.socket.goesLive();
    world.socket.breaks();
    expect(connection.state.value).toEqual({ name: "lost", retryAt: world.now() + 500 });
  });

  it("obeys the server's retryIn", () => {
    connection.start();
    world.socket.goesLive();
    world.socket.says({ type: "bye", code: "restart", retryIn: 7_000 });
    world.socket.breaks(1012);
    expect(connection.state.value).toEqual({ name: "lost", retryAt: world.now() + 7_000 });
    world.pass(6_999);
    expect(world.sockets).toHaveLength(1);
    world.pass(1);
    expect(world.sockets).toHaveLength(2);
  });

  it("comes back at once when the device is online or the page visible again", () => {
    connection.start();
    world.socket.goesLive();
    world.pageSays("offline");
    expect(connection.state.value.name).toBe("lost");
    world.pageSays("online");
    expect(world.sockets).toHaveLength(2);
    world.socket.goesLive();
    world.socket.breaks();
    world.pageSays("visible");
    expect(world.sockets).toHaveLength(3);
  });

  it("does not trust a silence of more than a beat when the page becomes visible", () => {
    connection.start();
    world.socket.goesLive();
    world.pass(20_000);
    world.pageSays("visible");
    expect(world.sockets).toHaveLength(1);
    world.pass(15_000);
    world.pageSays("visible");
    expect(world.sockets).toHaveLength(2);
  });

  it("reconnects after 60 seconds of silence", () => {
    connection.start();
    world.socket.goesLive();
    world.pass(50_000);
    world.socket.says({ type: "beat" });
    world.pass(59_999);
    expect(connection.state.value.name).toBe("live");
    world.pass(1);
    expect(connection.state.value.name).toBe("lost");
    expect(world.sockets[0]?.closed).toBe(true);
  });

  it("is signed out when the session has ended, and does not try again", () => {
    connection.start();
    world.socket.goesLive();
    world.socket.says({ type: "bye", code: "session_ended" });
    world.socket.breaks(4401);
    world.pass(120_000);
    expect(connection.state.value.name).toBe("signed-out");
    expect(world.sockets).toHaveLength(1);
  });

  it("comes back to a server that was too slow to hear its hello", () => {
    connection.start();
    world.socket.goesLive();
    world.socket.says({ type: "bye", code: "hello_expected" });
    world.socket.breaks(4001);
    expect(connection.state.value.name).toBe("lost");
    world.pass(30_000);
    expect(world.sockets.length).toBeGreaterThan(1);
  });

  it("stops for good", () => {
    connection.start();
    world.socket.goesLive();
    connection.stop();
    world.pageSays("visible");
    world.pass(120_000);
    expect(world.sockets).toHaveLength(1);
    expect(connection.state.value.name).toBe("idle");
  });
});

describe("without sockets", () => {
  const settled = () => new Promise((done) => setTimeout(done));

  function failTwoSockets(): void {
    connection.start();
    world.socket.breaks();
    world.pass(1_000);
    world.socket.breaks();
  }

  it("polls after two sockets that could not be opened, and sends over HTTP while it listens", async () => {
    const waiting: ((answer: { status: number; body: unknown }) => void)[] = [];
    world.answer = (path) => {
      if (path === "/api/v1/poll")
        return { status: 200, body: { poll: "p1", frames: [welcome, { type: "live" }] } };
      waiting.forEach((end) => end({ status: 200, body: { frames: [] } }));
      return new Promise((done) => waiting.push(done));
    };
    failTwoSockets();
    world.pass(2_000);
    await settled();
    expect(connection.polling.value).toBe(true);
    expect(connection.state.value.name).toBe("live");
    expect(world.requests[0]).toMatchObject({
      path: "/api/v1/poll",
      body: { frames: [{ type: "hello", as: "customer", cursors: { c1: 7 } }] },
      headers: { "X-Parley": "customer" },
    });
    ["c1", "c2", "c3"].forEach((chat) => connection.send({ type: "typing", chat }));
    await settled();
    expect(world.requests.slice(1).map(({ path, body }) => [path, body])).toEqual([
      ["/api/v1/poll/p1", { frames: [], number: 1 }],
      ["/api/v1/poll/p1", { frames: [{ type: "typing", chat: "c1" }], number: 2 }],
      [
        "/api/v1/poll/p1",
        {
          frames: [
            { type: "typing", chat: "c2" },
            { type: "typing", chat: "c3" },
          ],
          number: 3,
        },
      ],
    ]);
    connection.stop();
  });

  it("tries a socket again when HTTP fails as well", async () => {
    world.answer = () => Promise.reject(new TypeError("no network"));
    failTwoSockets();
    world.pass(2_000);
    await settled();
    expect(connection.state.value.name).toBe("lost");
    world.pass(30_000);
    expect(world.sockets).toHaveLength(3);
    connection.stop();
  });

  it("goes back to sockets after some minutes", async () => {
    world.answer = (path) =>
      path === "/api/v1/poll"
        ? { status: 200, body: { poll: "p1", frames: [welcome, { type: "live" }] } }
        : new Promise(() => undefined);
    failTwoSockets();
    world.pass(2_000);
    await settled();
    for (let minute = 0; minute < 5; minute++) {
      world.pass(59_000);
      connection.frame({ type: "beat" });
    }
    world.pass(5_000);
    expect(world.sockets).toHaveLength(3);
    world.socket.goesLive();
    expect(connection.polling.value).toBe(false);
    connection.stop();
  });

  it("starts over with its cursors when the server has forgotten the poll", async () => {
    const forgotten = { status: 404, body: { code: "not_found" } };
    world.answer = (path) =>
      path === "/api/v1/poll" ? { status: 200, body: { poll: "p1", frames: [welcome] } } : forgotten;
    failTwoSockets();
    world.pass(2_000);
    await settled();
    expect(connection.state.value.name).toBe("lost");
    connection.stop();
  });
});
