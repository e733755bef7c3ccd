import { describe, expect, it } from "vitest";
import type { ClientFrame } from "../../shared/net/wire";
import { FakeClock, jonas, maya } from "../../shared/testing/fakes";
import { Viewing } from "./viewing";

function viewing(connected = true) {
  const clock = new FakeClock();
  const sent: ClientFrame[] = [];
  const it = new Viewing(maya, clock, (frame) => connected && sent.push(frame) > 0);
  return { clock, sent, it };
}

describe("who looks at a chat", () => {
  it("are the others, until nothing is heard of them for 30 seconds", () => {
    const { clock, it } = viewing();
    it.apply({ type: "viewing", chat: "c1", people: [maya, jonas] });
    expect(it.of("c1")).toEqual([jonas]);
    clock.pass(20_000);
    it.apply({ type: "viewing", chat: "c1", people: [jonas] });
    clock.pass(29_000);
    expect(it.of("c1")).toEqual([jonas]);
    clock.pass(1_000);
    expect(it.of("c1")).toEqual([]);
  });

  it("is told at most every 15 seconds, and again at once when it could not be told", () => {
    const { clock, sent, it } = viewing();
    it.tell("c1");
    it.tell("c1");
    expect(sent).toEqual([{ type: "viewing", chat: "c1" }]);
    clock.pass(15_000);
    it.tell("c1");
    expect(sent).toHaveLength(2);
    const lost = viewing(false);
    lost.it.tell("c1");
    expect(lost.sent).toEqual([]);
  });
});
