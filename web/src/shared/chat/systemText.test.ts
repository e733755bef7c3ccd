import { beforeAll, describe, expect, it } from "vitest";
import { startTexts } from "../i18n";
import type { ClosedReason, Person } from "../net/wire";
import { chatOf, jonas, lena, maya, message } from "../testing/fakes";
import { systemText } from "./systemText";

beforeAll(() => startTexts("chat"));

function ending(reason: ClosedReason, by: Person | undefined, addressee?: Person): string {
  const entry = { ...message(3, lena, { kind: "closed" }) };
  delete entry.text;
  delete entry.by;
  const chat = chatOf({ status: "closed", reason, ...(addressee ? { addressee } : {}) });
  return systemText({ ...entry, ...(by ? { by } : {}) }, maya, chat);
}

describe("an invitation", () => {
  it("that nobody answered was not declined", () => {
    const line = message(3, jonas, { kind: "declined", who: jonas, visibility: "agents" });
    delete line.text;
    expect(systemText(line, maya)).toBe("Jonas Lindqvist declined");
    delete line.by;
    expect(systemText(line, maya)).toBe("Jonas Lindqvist did not answer the invitation");
    expect(systemText(line, jonas)).toBe("You did not answer the invitation");
  });
});

describe("the line that ends a chat", () => {
  it("says who ended it and how", () => {
    expect(ending("closed", jonas)).toBe("Jonas Lindqvist closed the conversation");
    expect(ending("closed", maya)).toBe("You closed the conversation");
    expect(ending("left", lena)).toBe("Lena Fischer left, and the conversation ended");
    expect(ending("declined", jonas)).toBe("Jonas Lindqvist declined, and the request is closed");
    expect(ending("withdrawn", maya)).toBe("You cancelled the request");
    expect(ending("abandoned", lena)).toBe("Lena Fischer left before anybody accepted");
  });

  it("says why it ended by itself", () => {
    expect(ending("missed", undefined)).toBe("Nobody could answer in time.");
    expect(ending("missed", undefined, jonas)).toBe("Jonas Lindqvist did not answer");
    expect(ending("timeout", undefined)).toContain("quiet for a long time");
  });

  it("says at least that it ended where the chat is not known", () => {
    const entry = message(3, lena, { kind: "closed" });
    delete entry.by;
    expect(systemText(entry, maya)).toBe("The conversation was closed");
  });
});

describe("the line that says nobody has answered", () => {
  const ours = { ...message(2, lena, { kind: "no_answer_yet" }) };
  delete ours.by;
  delete ours.text;

  it("speaks in the desk's own words, where it has some", () => {
    expect(systemText({ ...ours, text: "At the trade fair today." }, lena)).toBe("At the trade fair today.");
    expect(systemText(ours, lena)).toContain("Nobody has answered yet");
  });

  it("tells agents what was said, and to whom", () => {
    expect(systemText({ ...ours, text: "At the fair." }, maya)).toBe(
      "The requester was told that nobody has answered yet: At the fair.",
    );
    expect(systemText(ours, maya)).toBe("The requester was told that nobody has answered yet");
  });
});

describe("the line of a note", () => {
  it("says who left it to whom, and what it says", () => {
    const line = message(3, maya, { kind: "note_left", who: jonas, text: "Call me." });
    expect(systemText(line, maya)).toBe("You left Jonas Lindqvist a note: Call me.");
    expect(systemText(line, jonas)).toBe("Maya Okafor left you a note: Call me.");
    expect(systemText(line, lena)).toBe("Maya Okafor left Jonas Lindqvist a note: Call me.");
  });
});
