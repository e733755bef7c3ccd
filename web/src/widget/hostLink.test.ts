import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { HostMessage } from "../shared/embed/protocol";
import { greetingFrom, HostLink, type Greeting } from "./hostLink";

const state = { settings: {}, locales: ["de"], open: true };
const parent = {} as Window;

function post(data: unknown, how: { source?: unknown; origin?: string; ports?: MessagePort[] } = {}): void {
  const event = new MessageEvent("message", { data, origin: how.origin ?? "https://shop.example" });
  Object.defineProperty(event, "source", { value: "source" in how ? how.source : parent });
  Object.defineProperty(event, "ports", { value: how.ports ?? [new MessageChannel().port2] });
  window.dispatchEvent(event);
}

describe("the first message", () => {
  let greeting: Greeting | undefined;
  beforeEach(() => {
    greeting = undefined;
    void greetingFrom(parent).then((found) => (greeting = found));
  });
  afterEach(() => post({ type: "init", state }));

  it("comes from the window around this one, with a port", async () => {
    post({ type: "init", state });
    await vi.waitUntil(() => greeting);
    expect(greeting).toMatchObject({
      origin: "https://shop.example",
      init: { state: { locales: ["de"], open: true } },
    });
  });

  it.each([
    ["another window", { type: "init", state }, { source: {} }],
    ["nobody", { type: "init", state }, { source: null }],
    ["somebody without a port", { type: "init", state }, { ports: [] }],
    ["somebody who says something else", { type: "state", state }, {}],
    ["a text", "init", {}],
    ["nothing", null, {}],
    ["a list", [{ type: "init" }], {}],
  ])("is not taken from %s", async (_, data, how) => {
    post(data, how);
    await new Promise((resolve) => queueMicrotask(() => resolve(undefined)));
    expect(greeting).toBeUndefined();
  });
});

describe("what comes by the port", () => {
  it("is heard only in shapes that are known", async () => {
    const { port1, port2 } = new MessageChannel();
    const heard: HostMessage[] = [];
    new HostLink(port2, () => false).listen((message) => heard.push(message));
    const hash = "0".repeat(64);
    for (const nonsense of [
      null,
      7,
      "state",
      {},
      { type: "boot" },
      { type: "handover" },
      { type: "handover", hash: "x" },
    ])
      port1.postMessage(nonsense);
    port1.postMessage({ type: "handover", hash });
    port1.postMessage({ type: "token", token: "a.b.c" });
    await vi.waitUntil(() => heard.length === 2);
    expect(heard).toEqual([
      { type: "handover", hash },
      { type: "token", token: "a.b.c" },
    ]);
  });

  it("tells the look once, until it changes", async () => {
    const { port1, port2 } = new MessageChannel();
    const heard: unknown[] = [];
    port1.onmessage = ({ data }: MessageEvent<unknown>) => heard.push(data);
    const link = new HostLink(port2, () => false);
    const look = { label: "Chat", waiting: "", hidden: false, going: false, known: false };
    link.look(look);
    link.look({ ...look });
    link.look({ ...look, going: true });
    await vi.waitUntil(() => heard.length === 2);
    expect(heard).toEqual([
      { type: "look", look },
      { type: "look", look: { ...look, going: true } },
    ]);
  });
});
