import { beforeEach, describe, expect, it } from "vitest";
import type { Me } from "../shared/net/wire";
import { FakeWorld } from "../shared/testing/fakes";
import { WidgetSession } from "./session";
import { endSession, keepSession } from "./sessionKeeping";

const rosa: Me = { id: "rosa", kind: "public_user", name: "Rosa" };

let world: FakeWorld;
let session: WidgetSession;
let cookie: Me | undefined;

beforeEach(() => {
  world = new FakeWorld();
  session = new WidgetSession(world);
  cookie = undefined;
  world.answer = (path) => {
    if (path.endsWith("/session")) return cookie ? { status: 200, body: { me: cookie } } : { status: 401 };
    return { status: 200, body: {} };
  };
});

const bearer = () => world.requests.at(-1)?.headers["Authorization"];

describe("a session", () => {
  it("is the cookie's where the browser takes it: the token is forgotten", async () => {
    cookie = rosa;
    await keepSession(session, rosa, "secret");
    expect(session.inMemory.value).toBe(false);
    expect(session.held).toBeUndefined();
    await session.api.get("/chats");
    expect(bearer()).toBeUndefined();
  });

  it("stays in memory where the cookie is refused, and says so", async () => {
    await keepSession(session, rosa, "secret");
    expect(bearer()).toBeUndefined();
    expect(session.inMemory.value).toBe(true);
    await session.api.get("/chats");
    expect(bearer()).toBe("Bearer secret");
  });

  it("is not mistaken for somebody else's cookie", async () => {
    cookie = { ...rosa, id: "somebody" };
    await keepSession(session, rosa, "secret");
    expect(session.held).toBe("secret");
  });

  it("ends here, whatever the server says", async () => {
    await keepSession(session, rosa, "secret");
    world.answer = () => ({ status: 503 });
    await endSession(session);
    expect(session.held).toBeUndefined();
    expect(session.inMemory.value).toBe(false);
  });
});
