import { describe, expect, it } from "vitest";
import { Api } from "../../shared/net/api";
import { FakeWorld } from "../../shared/testing/fakes";
import { SeenRequests } from "./seen";

function seen() {
  const world = new FakeWorld();
  world.answer = () => ({ status: 204 });
  return {
    world,
    requests: new SeenRequests(new Api("agent", (path, init) => world.fetch(path, init)), world),
  };
}

describe("requests that were seen", () => {
  it("are told together, each once", () => {
    const { world, requests } = seen();
    requests.seen("one");
    requests.seen("two");
    requests.seen("one");
    world.pass(500);
    requests.seen("two");
    world.pass(500);
    expect(world.requests.map((asked) => asked.body)).toEqual([{ chats: ["one", "two"] }]);
  });

  it("are told again when the server could not be reached", async () => {
    const { world, requests } = seen();
    world.answer = () => ({ status: 503 });
    requests.seen("one");
    world.pass(500);
    await Promise.resolve().then(() => new Promise((done) => setTimeout(done)));
    requests.seen("one");
    world.pass(500);
    expect(world.requests).toHaveLength(2);
  });
});
