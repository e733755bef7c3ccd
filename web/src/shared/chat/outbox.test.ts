import { beforeEach, describe, expect, it } from "vitest";
import type { ClientFrame } from "../net/wire";
import { FakeClock } from "../testing/fakes";
import { IN_FLIGHT, Outbox } from "./outbox";
import { browserOutboxStore } from "./outboxStore";

let clock: FakeClock;
let sent: ClientFrame[];
let outbox: Outbox;

function newOutbox(storage: () => Storage = () => localStorage): Outbox {
  return new Outbox((frame) => sent.push(frame) > 0, browserOutboxStore("lena", storage), clock);
}

function texts(): string[] {
  return sent.flatMap((frame) => (frame.type === "send" ? [frame.text] : []));
}

beforeEach(() => {
  localStorage.clear();
  clock = new FakeClock();
  sent = [];
  outbox = newOutbox();
});

describe("the outbox", () => {
  it("sends at once when live and keeps the message until the ack", () => {
    outbox.resume();
    const { id } = outbox.add("c1", "hello");
    expect(sent).toEqual([{ type: "send", id, chat: "c1", text: "hello", visibility: "everyone" }]);
    expect(outbox.items.value).toHaveLength(1);
    outbox.settle(id);
    expect(outbox.items.value).toEqual([]);
    expect(localStorage).toHaveLength(0);
  });

  it("sends what waited in the order it was written, with the same ids", () => {
    const ids = ["one", "two", "three"].map((text) => outbox.add("c1", text).id);
    expect(sent).toEqual([]);
    outbox.resume();
    expect(texts()).toEqual(["one", "two", "three"]);
    outbox.pause();
    sent = [];
    outbox.resume();
    expect(sent.map((frame) => (frame.type === "send" ? frame.id : ""))).toEqual(ids);
    expect(outbox.sentSinceReturn.value).toBe(0);
    ids.forEach((id) => outbox.settle(id));
    expect(outbox.sentSinceReturn.value).toBe(3);
  });

  it("survives a reload", () => {
    const { id } = outbox.add("c1", "kept", "agents");
    clock.pass(1_000);
    outbox.add("c1", "kept too");
    const reloaded = newOutbox();
    expect(reloaded.items.value.map(({ text, state }) => [text, state])).toEqual([
      ["kept", "pending"],
      ["kept too", "pending"],
    ]);
    reloaded.resume();
    expect(sent[0]).toMatchObject({ id, visibility: "agents" });
  });

  it("keeps what another caller wrote on this device out of sight", () => {
    outbox.add("c1", "Lena's");
    const other = new Outbox(() => true, browserOutboxStore("rosa"), clock);
    expect(other.items.value).toEqual([]);
  });

  it("works from memory when storage is refused", () => {
    const refusing = newOutbox(() => {
      throw new DOMException("denied", "SecurityError");
    });
    refusing.resume();
    const { id } = refusing.add("c1", "hello");
    expect(texts()).toEqual(["hello"]);
    refusing.settle(id);
    expect(refusing.items.value).toEqual([]);
  });

  it("says it again after 5 seconds, then at growing distances", () => {
    outbox.resume();
    outbox.add("c1", "hello");
    const times = [5_000, 10_000, 20_000, 30_000, 30_000];
    times.forEach((time, repeat) => {
      clock.pass(time - 1);
      expect(texts()).toHaveLength(repeat + 1);
      clock.pass(1);
      expect(texts()).toHaveLength(repeat + 2);
    });
    expect(new Set(sent.map((frame) => (frame.type === "send" ? frame.id : ""))).size).toBe(1);
  });

  it("has at most 20 on the way in each chat", () => {
    outbox.resume();
    const ids = Array.from({ length: 25 }, (_, index) => outbox.add("c1", `${index}`).id);
    expect(texts()).toHaveLength(IN_FLIGHT);
    outbox.add("c2", "another chat");
    expect(texts()).toHaveLength(IN_FLIGHT + 1);
    outbox.settle(ids[0] ?? "");
    expect(texts().at(-1)).toBe("20");
  });

  it("asks before sending what waited for more than 10 minutes", () => {
    const old = outbox.add("c1", "old");
    clock.pass(9 * 60_000);
    outbox.add("c1", "younger");
    outbox.add("c2", "elsewhere");
    clock.pass(61_000);
    outbox.resume();
    expect(texts()).toEqual(["elsewhere"]);
    expect(outbox.items.value.map((item) => item.state)).toEqual(["asking", "asking", "pending"]);
    outbox.retry(old.id);
    expect(sent.at(-1)).toMatchObject({ id: old.id, text: "old" });
  });

  it("fails on a final refusal, and tries again under the same id", () => {
    outbox.resume();
    const { id } = outbox.add("c1", "too late");
    outbox.refused(id, "chat_closed");
    expect(outbox.items.value[0]).toMatchObject({ state: "failed", code: "chat_closed" });
    clock.pass(60_000);
    expect(texts()).toHaveLength(1);
    outbox.retry(id);
    expect(sent.at(-1)).toMatchObject({ id, text: "too late" });
    outbox.refused(id, "chat_closed");
    outbox.discard(id);
    expect(outbox.items.value).toEqual([]);
    expect(localStorage).toHaveLength(0);
  });

  it("takes a new id only when the old one stands for another text", () => {
    outbox.resume();
    const { id } = outbox.add("c1", "hello");
    outbox.refused(id, "id_reused");
    outbox.retry(id);
    const again = outbox.items.value[0];
    expect(again?.text).toBe("hello");
    expect(again?.id).not.toBe(id);
    expect(localStorage).toHaveLength(1);
  });

  it("keeps trying while the server cannot store, and lets nothing overtake", () => {
    outbox.resume();
    const first = outbox.add("c1", "first");
    outbox.refused(first.id, "unavailable");
    outbox.add("c1", "second");
    expect(texts()).toEqual(["first"]);
    expect(outbox.items.value.map((item) => item.state)).toEqual(["pending", "pending"]);
    clock.pass(5_000);
    expect(texts()).toEqual(["first", "first", "second"]);
  });

  it("forgets what another tab has sent", () => {
    const { id } = outbox.add("c1", "hello");
    const key = `parley.outbox.lena.${id}`;
    window.dispatchEvent(new StorageEvent("storage", { key, newValue: null }));
    expect(outbox.items.value).toEqual([]);
  });
});
