import { beforeEach, describe, expect, it } from "vitest";
import { Api } from "../../shared/net/api";
import { FakeWorld } from "../../shared/testing/fakes";
import { CannedReplies, type CannedReply } from "./cannedReplies";

let world: FakeWorld;
let replies: CannedReplies;

const reply = (code: string, text: string, change: Partial<CannedReply> = {}): CannedReply => ({
  id: code,
  code,
  text,
  scope: "own",
  mayEdit: true,
  ...change,
});

beforeEach(() => {
  world = new FakeWorld();
  const sales = { scope: "channel", channel: { id: "sales", name: "Sales" } } as const;
  const served = [
    reply("thanks", "Thank you for the reset"),
    reply("reset", "Hold Back"),
    reply("hard-reset", "Hold both"),
    reply("offer", "We can offer", sales),
  ];
  world.answer = () => ({ status: 200, body: { replies: served } });
  replies = new CannedReplies(new Api("agent", (path, init) => world.fetch(path, init)), world);
});

const found = async (query: string, channel = "desk") =>
  (await replies.find(query, channel)).map(({ code }) => code);

describe("canned replies", () => {
  it("are found by the start of the code, then by its middle, then by the text", async () => {
    expect(await found("res")).toEqual(["reset", "hard-reset", "thanks"]);
    expect(await found("RESET")).toEqual(["reset", "hard-reset", "thanks"]);
    expect(await found("nothing")).toEqual([]);
  });

  it("of a channel are offered there only", async () => {
    expect(await found("")).not.toContain("offer");
    expect(await found("", "sales")).toContain("offer");
  });

  it("are read once a minute at most while one types", async () => {
    await found("r");
    await found("re");
    expect(world.requests.length).toBe(1);
    world.pass(60_000);
    await found("res");
    expect(world.requests.length).toBe(2);
  });
});
