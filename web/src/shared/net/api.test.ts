import { describe, expect, it } from "vitest";
import { FakeWorld, maya } from "../testing/fakes";
import { Api, ApiError } from "./api";
import { newId } from "./ids";

async function refusalOf(asked: Promise<unknown>): Promise<ApiError> {
  const error = await asked.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ApiError)) throw new Error("was not refused");
  return error;
}

describe("the API", () => {
  it("names its interface and sends JSON", async () => {
    const world = new FakeWorld();
    world.answer = () => ({ status: 201, body: { id: "c1" } });
    const api = new Api("public", (path, init) => world.fetch(path, init));
    expect(await api.post("/public-chats", { name: "Rosa" })).toEqual({ id: "c1" });
    expect(world.requests[0]).toMatchObject({
      path: "/api/v1/public-chats",
      method: "POST",
      body: { name: "Rosa" },
      headers: { "X-Parley": "public", "Content-Type": "application/json" },
    });
  });

  it("answers nothing for an empty answer", async () => {
    const world = new FakeWorld();
    world.answer = () => ({ status: 204 });
    expect(
      await new Api("agent", (path, init) => world.fetch(path, init)).delete("/session"),
    ).toBeUndefined();
  });

  it("turns a problem into an error with its code, fields and person", async () => {
    const world = new FakeWorld();
    const api = new Api("agent", (path, init) => world.fetch(path, init));
    world.answer = () => ({
      status: 422,
      body: { code: "invalid", detail: "name", fields: { name: "required" } },
    });
    expect(await refusalOf(api.post("/setup"))).toMatchObject({
      status: 422,
      code: "invalid",
      detail: "name",
      fields: { name: "required" },
    });
    world.answer = () => ({ status: 409, body: { code: "already_accepted", by: maya } });
    expect((await refusalOf(api.post("/chats/c1/accept"))).by).toEqual(maya);
    world.answer = () => ({
      status: 429,
      body: { code: "too_many_attempts" },
      headers: { "Retry-After": "12" },
    });
    expect((await refusalOf(api.post("/session"))).retryAfterSeconds).toBe(12);
  });

  it("gives a code to an answer that is not ours, and to no answer", async () => {
    const gateway = new Api("agent", () =>
      Promise.resolve(new Response("<h1>Bad gateway</h1>", { status: 502 })),
    );
    expect((await refusalOf(gateway.get("/desk"))).code).toBe("unavailable");
    const nowhere = new Api("agent", () => Promise.reject(new TypeError("failed to fetch")));
    expect(await refusalOf(nowhere.get("/desk"))).toMatchObject({ status: 0, code: "offline" });
  });
});

describe("a client message id", () => {
  it("is a UUID of its own", () => {
    const ids = new Set(Array.from({ length: 100 }, newId));
    expect(ids.size).toBe(100);
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
