import { beforeEach, describe, expect, it } from "vitest";
import { Api } from "../net/api";
import { FakeWorld } from "../testing/fakes";
import { ServerDrafts } from "./serverDrafts";

let world: FakeWorld;
let drafts: ServerDrafts;
let stored: { chat: string; text: string; visibility: string; at: string }[];

beforeEach(() => {
  world = new FakeWorld();
  stored = [];
  world.answer = (_, body) => (body ? { status: 204 } : { status: 200, body: { drafts: stored } });
  drafts = new ServerDrafts(new Api("agent", (path, init) => world.fetch(path, init)), world);
});

const puts = () =>
  world.requests.filter(({ method }) => method === "PUT").map(({ path, body }) => [path, body]);
const said = (text: string) => ({ text, visibility: "everyone" }) as const;
const kept = (chat: string, text: string) => ({ chat, text, visibility: "agents", at: "" });

describe("drafts on the server", () => {
  it("are saved half a second after the last key", async () => {
    drafts.write("c1", said("h"));
    world.pass(400);
    drafts.write("c1", said("he"));
    world.pass(499);
    expect(puts()).toEqual([]);
    expect(drafts.find("c1")).toEqual(said("he"));
    world.pass(1);
    await drafts.settled();
    expect(puts()).toEqual([["/api/v1/chats/c1/draft", said("he")]]);
  });

  it("are deleted at once when the text is gone", async () => {
    drafts.write("c1", said("hello"));
    drafts.write("c1", said(""));
    world.pass(0);
    await drafts.settled();
    expect(puts()).toEqual([["/api/v1/chats/c1/draft", said("")]]);
    expect(drafts.find("c1")).toBeUndefined();
  });

  it("come from another device", async () => {
    stored = [kept("c1", "from the phone")];
    await drafts.load();
    expect(drafts.find("c1")).toEqual({ text: "from the phone", visibility: "agents" });
    stored = [];
    await drafts.load();
    expect(drafts.find("c1")).toBeUndefined();
  });

  it("never overwrite what was typed here while they were fetched", async () => {
    stored = [kept("c1", "old"), kept("c2", "other")];
    const loading = drafts.load();
    drafts.write("c1", said("new"));
    await loading;
    expect(drafts.find("c1")).toEqual(said("new"));
    expect(drafts.find("c2")?.text).toBe("other");
  });

  it("that could not be saved are saved when the lists are read again", async () => {
    world.answer = () => ({ status: 503 });
    drafts.write("c1", said("kept"));
    await drafts.settled();
    world.answer = (_, body) => {
      if (body) stored = [{ chat: "c1", at: "", ...(body as { text: string; visibility: string }) }];
      return body ? { status: 204 } : { status: 200, body: { drafts: stored } };
    };
    await drafts.load();
    expect(drafts.find("c1")).toEqual(said("kept"));
    expect(puts().at(-1)).toEqual(["/api/v1/chats/c1/draft", said("kept")]);
  });

  it("of a chat that takes none are given up", async () => {
    world.answer = () => ({ status: 404 });
    drafts.write("c1", said("lost"));
    await drafts.settled();
    await drafts.settled();
    expect(puts().length).toBe(1);
  });

  it("that are too long to be saved are not overwritten by what was saved before", async () => {
    world.answer = (_, body) =>
      body ? { status: 422 } : { status: 200, body: { drafts: [kept("c1", "short")] } };
    drafts.write("c1", said("far too long"));
    await drafts.settled();
    await drafts.load();
    expect(drafts.find("c1")).toEqual(said("far too long"));
  });

  it("are saved one after the other, so that the newest stays", async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((done) => (release = done));
    world.answer = async () => {
      await held;
      return { status: 204 };
    };
    drafts.write("c1", said("one"));
    world.pass(500);
    drafts.write("c1", said("two"));
    world.pass(500);
    expect(puts().length).toBeLessThan(2);
    release();
    await drafts.settled();
    expect(puts().at(-1)?.[1]).toEqual(said("two"));
  });
});
