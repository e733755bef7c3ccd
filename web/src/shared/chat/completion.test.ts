import { describe, expect, it } from "vitest";
import { filled, nextOpen, openParts, replaced, tokenAt, type Trigger } from "./completion";

const all: Trigger[] = ["/", ":", "@"];
const typed = (text: string, triggers = all) => {
  const caret = text.indexOf("|");
  return tokenAt(text.replace("|", ""), caret, triggers);
};

describe("a word that opens a list", () => {
  it("stands at the start of the text, of a line, or after a blank", () => {
    expect(typed("/re|")).toEqual({ trigger: "/", query: "re", start: 0, end: 3 });
    expect(typed("Hello /|")).toMatchObject({ trigger: "/", query: "" });
    expect(typed("Hello\n/thanks|, bye")).toMatchObject({ query: "thanks", start: 6, end: 13 });
    expect(typed("a/b|")).toBeUndefined();
    expect(typed("https://a|")).toBeUndefined();
    expect(typed("/one two|")).toBeUndefined();
  });

  it("is an emoji only from its second letter on, so that 10:30 and :) stay what they are", () => {
    expect(typed(":sm|")).toMatchObject({ trigger: ":", query: "sm" });
    expect(typed(":|")).toBeUndefined();
    expect(typed(":)|")).toBeUndefined();
    expect(typed("10:30|")).toBeUndefined();
  });

  it("may be a name of two words", () => {
    expect(typed("@|")).toMatchObject({ trigger: "@", query: "" });
    expect(typed("see @Jonas Li|")).toMatchObject({ query: "Jonas Li", start: 4 });
    expect(typed("@Tomás|")).toMatchObject({ query: "Tomás" });
    expect(typed("maya@desk|")).toBeUndefined();
    expect(typed("@Jonas|", ["/", ":"])).toBeUndefined();
  });
});

describe("a canned reply", () => {
  const text = "Hello {{customer.name}} of {{customer.company}}, {{agent.name}} here. {{other}}";

  it("is filled with what is known; the rest stays open", () => {
    const said = filled(text, { "customer.name": "Lena $&", "agent.name": "Maya", "customer.company": "" });
    expect(said).toBe("Hello Lena $& of {{customer.company}}, Maya here. {{other}}");
    expect(openParts(said).filter(({ open }) => open)).toEqual([
      { text: "{{customer.company}}", open: true },
    ]);
    expect(
      openParts(said)
        .map((part) => part.text)
        .join(""),
    ).toBe(said);
  });

  it("takes the place of the word, its first open placeholder selected", () => {
    expect(replaced("Hi /gr there", 3, 6, "Welcome")).toEqual({ text: "Hi Welcome there", from: 10, to: 10 });
    const edited = replaced("/x", 0, 2, "Dear {{customer.name}},");
    expect(edited.text.slice(edited.from, edited.to)).toBe("{{customer.name}}");
  });

  it("leads from one open placeholder to the next and round again", () => {
    const two = "{{agent.name}} and {{channel.name}}";
    expect(nextOpen(two, 0)).toEqual({ from: 0, to: 14 });
    expect(nextOpen(two, 14)).toEqual({ from: 19, to: 35 });
    expect(nextOpen(two, 30)).toEqual({ from: 0, to: 14 });
    expect(nextOpen("none", 0)).toBeUndefined();
  });
});
