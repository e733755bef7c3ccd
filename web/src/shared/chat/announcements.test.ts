import { beforeEach, describe, expect, it } from "vitest";
import { startTexts } from "../i18n";
import { FakeClock } from "../testing/fakes";
import { Announcements } from "./announcements";

let clock: FakeClock;
let announcements: Announcements;

beforeEach(async () => {
  await startTexts("chat");
  clock = new FakeClock();
  announcements = new Announcements(clock);
});

function said(): string[] {
  return announcements.sentences.value.map((sentence) => sentence.text);
}

describe("the announcer", () => {
  it("says who wrote what, and forgets it after 30 seconds", () => {
    announcements.message("Maya", "hello");
    clock.pass(2_000);
    expect(said()).toEqual(["Maya: hello"]);
    clock.pass(30_000);
    expect(said()).toEqual([]);
  });

  it("makes one sentence of a burst", () => {
    for (let n = 1; n <= 5; n++) announcements.message("Maya", `${n}`);
    announcements.message("Jonas", "hi");
    clock.pass(2_000);
    expect(said()).toEqual(["5 new messages from Maya", "Jonas: hi"]);
  });

  it("says only how many came, for who wants no more", () => {
    announcements = new Announcements(clock, () => true);
    announcements.message("Maya", "hello");
    announcements.message("Jonas", "one");
    announcements.message("Jonas", "two");
    clock.pass(2_000);
    expect(said()).toEqual(["1 new message from Maya", "2 new messages from Jonas"]);
  });

  it("breaks off a long message", () => {
    announcements.message("Maya", "x".repeat(300));
    clock.pass(2_000);
    expect(said()).toEqual([`Maya: ${"x".repeat(200)} … message continues`]);
  });

  it("warns once", () => {
    announcements.warn("Not sent.");
    expect(announcements.alert.value).toBe("Not sent.");
    clock.pass(30_000);
    expect(announcements.alert.value).toBe("");
  });
});
