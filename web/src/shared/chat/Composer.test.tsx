import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startTexts } from "../i18n";
import type { Visibility } from "../net/wire";
import { Composer } from "./Composer";

let root: HTMLElement;
let sent: [string, Visibility][];
let typed: number;

beforeEach(async () => {
  await startTexts("chat");
  sessionStorage.clear();
  root = document.createElement("div");
  document.body.append(root);
  sent = [];
  typed = 0;
  await draw();
});

afterEach(() => {
  render(null, root);
  root.remove();
});

async function draw(mayNote = false): Promise<void> {
  await act(() =>
    render(
      <Composer
        label="Message to Maya"
        draft="lena.c1"
        mayNote={mayNote}
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
    await draw();
    expect(field().value).toBe("half a sen");
    await press({ key: "Enter" });
    render(null, root);
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
});
