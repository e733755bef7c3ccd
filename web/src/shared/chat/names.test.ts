import { beforeAll, describe, expect, it } from "vitest";
import { startTexts } from "../i18n";
import { chatOf, jonas, lena, maya, message } from "../testing/fakes";
import { lastWords } from "./names";

beforeAll(() => startTexts("chat"));

describe("the last words of a chat", () => {
  it("are those of the last message, without its marks", () => {
    expect(lastWords(chatOf(), message(1, lena, { text: "It **works**" }), maya)).toBe("It works");
    expect(lastWords(chatOf(), message(1, maya, { text: "Good" }), maya)).toBe("You: Good");
    expect(lastWords(chatOf({ status: "closed" }), message(1, lena, { text: "Bye" }), maya)).toBe(
      "Closed: Bye",
    );
  });

  it("are what happened where nobody said something", () => {
    const joined = message(2, jonas, { kind: "joined" });
    expect(lastWords(chatOf(), joined, maya)).toBe("Jonas Lindqvist joined");
    expect(lastWords(chatOf({ status: "request" }), undefined, lena)).toBe("Waiting for an agent");
    const withdrawn = chatOf({ status: "closed", reason: "withdrawn" });
    expect(lastWords(withdrawn, message(2, lena, { kind: "closed" }), lena)).toBe(
      "The request was withdrawn.",
    );
  });
});
