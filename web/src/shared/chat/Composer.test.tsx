import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startTexts } from "../i18n";
import type { Visibility } from "../net/wire";
import type { Source } from "./completion";
import { Composer } from "./Composer";
import { LocalDrafts } from "./drafts";

let root: HTMLElement;
let sent: [string, Visibility][];
let typed: number;
let mentioned: number;
let drafts: LocalDrafts;

beforeEach(async () => {
  await startTexts("chat");
  sessionStorage.clear();
  root = document.createElement("div");
  document.body.append(root);
  sent = [];
  typed = 0;
  mentioned = 0;
  drafts = new LocalDrafts("lena");
  await draw();
});

afterEach(() => {
  render(null, root);
  root.remove();
});

const replies: Source = {
  trigger: "/",
  label: "Canned replies",
  find: async (query) =>
    ["reset", "replace"]
      .filter((code) => code.startsWith(query))
      .map((code) => ({ id: code, title: `/${code}`, text: code, insert: `${code} {{customer.company}}.` })),
};
const mentions: Source = {
  trigger: "@",
  label: "Colleagues",
  find: async () => [{ id: "j", title: "Jonas", insert: "@Jonas ", chosen: () => void mentioned++ }],
};

async function draw(mayNote = false, enterSends = true): Promise<void> {
  await act(() =>
    render(
      <Composer
        label="Message to Maya"
        chat="c1"
        drafts={drafts}
        mayNote={mayNote}
        enterSends={enterSends}
        {...(mayNote ? { replies, mentions } : {})}
        onSend={(text, visibility) => sent.push([text, visibility])}
        onTyping={() => typed++}
      />,
      root,
    ),
  );
}

function field(): HTMLTextAreaElement {
  const found = root.querySelector("textarea");
  if (!found) throw new Error("no text field");
  return found;
}

async function write(text: string): Promise<void> {
  field().value = text;
  field().setSelectionRange(text.length, text.length);
  await act(() => void field().dispatchEvent(new InputEvent("input", { bubbles: true })));
}

async function press(init: KeyboardEventInit): Promise<KeyboardEvent> {
  const event = new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init });
  await act(() => void field().dispatchEvent(event));
  return event;
}

async function click(selector: string): Promise<void> {
  await act(() => root.querySelector<HTMLElement>(selector)?.click());
}

describe("the composer", () => {
  it("sends with Enter and empties itself", async () => {
    await write("  hello  ");
    const event = await press({ key: "Enter" });
    expect(sent).toEqual([["hello", "everyone"]]);
    expect(field().value).toBe("");
    expect(event.defaultPrevented).toBe(true);
  });

  it("breaks the line with Shift + Enter", async () => {
    await write("hello");
    const event = await press({ key: "Enter", shiftKey: true });
    expect(sent).toEqual([]);
    expect(event.defaultPrevented).toBe(false);
  });

  it("never sends while an input method is composing", async () => {
    await write("こんにちは");
    const event = await press({ key: "Enter", isComposing: true });
    expect(sent).toEqual([]);
    expect(event.defaultPrevented).toBe(false);
    expect(field().value).toBe("こんにちは");
  });

  it("always sends with Ctrl + Enter, and with the button", async () => {
    await write("one");
    await press({ key: "Enter", ctrlKey: true });
    await write("two");
    await click(".composer__send");
    expect(sent.map(([text]) => text)).toEqual(["one", "two"]);
  });

  it("sends nothing without a visible character", async () => {
    for (const text of ["", "   ", "\n\n", "\u200b\u2060"]) {
      await write(text);
      await press({ key: "Enter" });
    }
    expect(sent).toEqual([]);
  });

  it("counts code points near the limit and keeps what is too long", async () => {
    await write("😀".repeat(3_999));
    expect(root.querySelector(".composer__count")?.textContent).toBe("1 character left");
    await write("😀".repeat(4_001));
    await press({ key: "Enter" });
    expect(root.querySelector(".composer__count")?.textContent).toBe("1 character too many");
    expect(sent).toEqual([]);
    expect([...field().value]).toHaveLength(4_001);
    await write("😀".repeat(4_000));
    await press({ key: "Enter" });
    expect(sent).toHaveLength(1);
  });

  it("keeps the draft over a reload until it is sent", async () => {
    await write("half a sen");
    render(null, root);
    drafts = new LocalDrafts("lena");
    await draw();
    expect(field().value).toBe("half a sen");
    await press({ key: "Enter" });
    render(null, root);
    drafts = new LocalDrafts("lena");
    await draw();
    expect(field().value).toBe("");
  });

  it("writes internal notes where they are allowed, without saying that somebody types", async () => {
    expect(root.querySelector(".composer__note")).toBeNull();
    await draw(true);
    await write("seen by all");
    expect(typed).toBe(1);
    await press({ key: "Enter" });
    expect(root.textContent).not.toContain("customer cannot see this");
    await click(".composer__note");
    expect(root.querySelector(".composer__internal")?.textContent).toBe("Internal, customer cannot see this");
    await write("seen by agents");
    await press({ key: "Enter" });
    expect(typed).toBe(1);
    expect(sent).toEqual([
      ["seen by all", "everyone"],
      ["seen by agents", "agents"],
    ]);
  });

  it("breaks the line with Enter where the agent wants it, and sends with Ctrl or Cmd", async () => {
    await draw(false, false);
    await write("one");
    expect((await press({ key: "Enter" })).defaultPrevented).toBe(false);
    expect(sent).toEqual([]);
    await press({ key: "Enter", metaKey: true });
    expect(sent).toEqual([["one", "everyone"]]);
  });

  it("says what to do about a text that is too long", async () => {
    await write("x".repeat(4_001));
    expect(root.querySelector('[role="alert"]')?.textContent).toContain("at most 4,000 characters");
    await write("x".repeat(4_000));
    expect(root.querySelector('[role="alert"]')).toBeNull();
  });

  it("starts as a public reply, but a note that was begun comes back as a note", async () => {
    await draw(true);
    expect(root.querySelector(".composer--note")).toBeNull();
    await click(".composer__note");
    await write("only for us");
    render(null, root);
    await draw(true);
    expect(root.querySelector(".composer--note")).not.toBeNull();
    await click(".composer__note");
    expect(drafts.find("c1")).toEqual({ text: "only for us", visibility: "everyone" });
    expect(root.querySelector('p[role="status"]')?.textContent).toBe(
      "Public reply, the customer can see this",
    );
  });

  it("offers canned replies after a slash, inserts with Tab and does not send what is left open", async () => {
    await draw(true);
    await write("/re");
    expect(options()).toEqual(["/reset", "/replace"]);
    await press({ key: "ArrowDown" });
    await press({ key: "Tab" });
    expect(field().value).toBe("replace {{customer.company}}.");
    expect(field().value.slice(field().selectionStart, field().selectionEnd)).toBe("{{customer.company}}");
    expect(root.querySelector("mark")?.textContent).toBe("{{customer.company}}");
    expect(options()).toEqual([]);
    await press({ key: "Enter" });
    expect(sent).toEqual([]);
    expect(root.textContent).toContain("fill in what is marked first");
    await write("replace Alpenhaus.");
    await press({ key: "Enter" });
    expect(sent).toEqual([["replace Alpenhaus.", "everyone"]]);
  });

  it("opens the list of canned replies by its button", async () => {
    await draw(true);
    await write("Hello");
    await click("[data-canned]");
    expect(field().value).toBe("Hello /");
    expect(options()).toEqual(["/reset", "/replace"]);
    expect(document.activeElement).toBe(field());
  });

  it("closes the list with Escape and leaves the word as it is", async () => {
    await draw(true);
    await write("/re");
    await press({ key: "Escape" });
    expect(options()).toEqual([]);
    await press({ key: "Enter" });
    expect(sent).toEqual([["/re", "everyone"]]);
  });

  it("mentions colleagues in notes only", async () => {
    await draw(true);
    await write("@Jo");
    expect(options()).toEqual([]);
    await click(".composer__note");
    await write("@Jon");
    expect(options()).toEqual(["Jonas"]);
    await press({ key: "Enter" });
    expect(field().value).toBe("@Jonas ");
    expect(mentioned).toBe(1);
    expect(sent).toEqual([]);
  });

  it("completes an emoji by its name", async () => {
    await write("done :thumbs_u");
    await vi.waitFor(() => expect(options()).toEqual(["👍"]));
    await press({ key: "Tab" });
    expect(field().value).toBe("done 👍");
  });
});

function options(): string[] {
  return [...root.querySelectorAll('[role="option"]')].map(
    (each) => each.firstElementChild?.textContent ?? "",
  );
}
