import { describe, expect, it } from "vitest";
import { FakeClock } from "../../shared/testing/fakes";
import { Undo } from "./undo";

function undo() {
  const clock = new FakeClock();
  const done: string[] = [];
  const work = (name: string) => async () => void done.push(name);
  return { clock, done, work, it: new Undo(clock) };
}

describe("what can be taken back", () => {
  it("is done after six seconds", () => {
    const { clock, done, work, it } = undo();
    it.later("c1", "close", work("closed"));
    clock.pass(5_999);
    expect(done).toEqual([]);
    expect(it.of("c1")?.kind).toBe("close");
    clock.pass(1);
    expect(done).toEqual(["closed"]);
    expect(it.of("c1")).toBeUndefined();
  });

  it("is never done when it was taken back", () => {
    const { clock, done, work, it } = undo();
    let offers = 1;
    it.later("c1", "channel", work("moved"), () => offers--);
    it.takeBack("c1");
    expect(offers).toBe(0);
    clock.pass(60_000);
    expect(done).toEqual([]);
    expect(it.pending.value).toEqual([]);
  });

  it("is done before the next change of the same chat waits, and all of it when the page goes", () => {
    const { clock, done, work, it } = undo();
    it.later("c1", "channel", work("moved"));
    it.later("c1", "close", work("closed"));
    it.later("c2", "close", work("closed the other"));
    expect(done).toEqual(["moved"]);
    it.doAllNow();
    expect(done).toEqual(["moved", "closed", "closed the other"]);
    clock.pass(60_000);
    expect(done).toHaveLength(3);
  });
});
