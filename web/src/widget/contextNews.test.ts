import { beforeEach, describe, expect, it, vi } from "vitest";
import { Api } from "../shared/net/api";
import { FakeWorld } from "../shared/testing/fakes";
import { VisitorContext } from "./context";
import { tellNews } from "./contextNews";
import { readState } from "./hostState";

let world: FakeWorld;
let api: Api;
let context: VisitorContext;

beforeEach(() => {
  world = new FakeWorld();
  world.answer = () => ({ status: 204 });
  api = new Api("widget", (path, init) => world.fetch(path, init));
  context = new VisitorContext(["vip"]);
});

const told = () => world.requests.map(({ body }) => body);

describe("what the page tells of its visitor", () => {
  it("goes with the start of a chat, and afterwards only what is new", async () => {
    context.learn(readState({ attributes: { plan: "small" }, tags: ["vip"], page: { title: "Tents" } }));
    expect(context.startsWith()).toEqual({
      attributes: { plan: "small" },
      tags: ["vip"],
      page: { title: "Tents" },
    });
    await tellNews(context, api);
    expect(told()).toEqual([]);
    context.learn(readState({ attributes: { plan: "large" }, tags: ["vip"], page: { title: "Tents" } }));
    await tellNews(context, api);
    expect(told()).toEqual([{ attributes: { plan: "large" } }]);
  });

  it("forgets an attribute that is gone", async () => {
    context.learn(readState({ attributes: { plan: "small", seats: 3 } }));
    context.startsWith();
    context.learn(readState({ attributes: { seats: 3 } }));
    await tellNews(context, api);
    expect(told()).toEqual([{ attributes: { seats: 3, plan: null } }]);
  });

  it("tells what happened once, and again only if it was not heard", async () => {
    context.startsWith();
    context.learn(readState({ events: [{ name: "basket" }] }));
    world.answer = () => ({ status: 503 });
    await tellNews(context, api);
    world.answer = () => ({ status: 204 });
    await tellNews(context, api);
    await tellNews(context, api);
    expect(told().length).toBe(2);
    expect(told()[1]).toMatchObject({ events: [{ name: "basket" }] });
  });

  it("does not say again what the server did not understand", async () => {
    context.learn(readState({ attributes: { plan: "small" } }));
    world.answer = () => ({
      status: 422,
      body: { code: "invalid" },
      headers: { "Content-Type": "application/problem+json" },
    });
    await tellNews(context, api);
    await tellNews(context, api);
    expect(told().length).toBe(1);
  });

  it("has only the record's tags, and says once which are not", () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    context.learn(readState({ tags: ["vip", "king"] }));
    context.learn(readState({ tags: ["king"] }));
    expect(context.now.tags).toEqual([]);
    expect(warn).toHaveBeenCalledTimes(1);
    warn.mockRestore();
  });
});
