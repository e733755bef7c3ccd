import { describe, expect, it } from "vitest";
import { lena, maya, message } from "../testing/fakes";
import { linesOf, type Line } from "./lines";
import type { OutboxItem } from "./outbox";

function lines(entries = [message(1)], unsent: OutboxItem[] = [], newAfter = 99): Line[] {
  return linesOf({ entries, ahead: [], unsent, me: lena, newAfter });
}

function groups(shown: Line[]): string[] {
  return shown.map((line) => {
    if (line.kind !== "message" && line.kind !== "unsent") return line.kind;
    return `${line.kind}${line.first ? " first" : ""}${line.last ? " last" : ""}`;
  });
}

function at(time: string) {
  return { at: `2025-10-${time}:00.000Z` };
}

describe("the lines of a thread", () => {
  it("group one author's messages within five minutes", () => {
    const shown = lines([
      message(1, maya, at("14T08:00")),
      message(2, maya, at("14T08:02")),
      message(3, maya, at("14T08:08")),
      message(4, lena, at("14T08:08")),
    ]);
    expect(groups(shown)).toEqual([
      "day",
      "message first",
      "message last",
      "message first last",
      "message first last",
    ]);
  });

  it("part an internal note from what everybody sees", () => {
    const shown = lines([
      message(1, maya, at("14T08:00")),
      message(2, maya, { visibility: "agents", ...at("14T08:00") }),
    ]);
    expect(groups(shown)).toEqual(["day", "message first last", "message first last"]);
  });

  it("are parted by days and by system lines", () => {
    const shown = lines([
      message(1, maya, at("13T12:00")),
      message(2, maya, at("14T12:00")),
      message(3, maya, { kind: "joined", ...at("14T12:00") }),
      message(4, maya, at("14T12:01")),
    ]);
    expect(groups(shown)).toEqual([
      "day",
      "message first last",
      "day",
      "message first last",
      "system",
      "message first last",
    ]);
  });

  it("mark the first unread message of somebody else", () => {
    const shown = lines([message(1), message(2, lena), message(3), message(4)], [], 1);
    expect(shown.map((line) => line.kind)).toEqual([
      "day",
      "message",
      "message",
      "new",
      "message",
      "message",
    ]);
  });

  it("mark nothing that came before the reader's eyes", () => {
    const content = {
      entries: [message(1), message(2)],
      ahead: [],
      unsent: [],
      me: lena,
      newAfter: 1,
      newUntil: 1,
    };
    expect(linesOf(content).map((line) => line.kind)).toEqual(["day", "message", "message"]);
  });

  it("end with what is unsent, under the key its entry will have", () => {
    const item: OutboxItem = {
      id: "m1",
      chat: "c1",
      text: "hello",
      visibility: "everyone",
      at: Date.parse("2025-10-14T08:00:10.000Z"),
      state: "pending",
    };
    const before = lines([message(1)], [item]);
    const after = lines([message(1), message(2, lena, { id: "m1" })]);
    expect(before.at(-1)).toMatchObject({ kind: "unsent", key: "mm1" });
    expect(after.at(-1)).toMatchObject({ kind: "message", key: "mm1" });
  });

  it("do not tell a customer that he asked", () => {
    const entries = [message(1, lena, { kind: "requested" }), message(2, lena)];
    expect(lines(entries).map((line) => line.kind)).toEqual(["day", "message"]);
    const forAgent = linesOf({ entries, ahead: [], unsent: [], me: maya, newAfter: 9 });
    expect(forAgent.map((line) => line.kind)).toEqual(["day", "system", "message"]);
  });
});
