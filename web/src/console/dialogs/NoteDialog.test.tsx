import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ChatState } from "../../shared/chat/chatState";
import { startTexts } from "../../shared/i18n";
import { ApiError } from "../../shared/net/api";
import { chatOf, FakeClock, jonas, maya } from "../../shared/testing/fakes";
import { Desk, DeskContext } from "../state/desk";
import { NoteDialog } from "./NoteDialog";

let desk: Desk;
let root: HTMLElement;
let state: ChatState;
let closed = 0;
let sent: { chat: string; change: string; body: object }[] = [];
let answer: () => Promise<ChatState>;
let fetched: number[] = [];

beforeAll(() => startTexts("chat", "console", "workplace"));

beforeEach(async () => {
  [closed, sent, fetched] = [0, [], []];
  HTMLDialogElement.prototype.showModal ??= () => undefined;
  const missed = chatOf({ status: "closed", reason: "missed", requester: maya, addressee: jonas, head: 2 });
  const fetch = (_: string, after: number) => void fetched.push(after);
  state = new ChatState(missed, { me: maya, clock: new FakeClock(), fetch, settled: () => undefined });
  desk = new Desk({ ...maya, availability: "unavailable" });
  answer = async () => {
    state.update({ ...missed, version: missed.version + 1, head: 3 });
    return state;
  };
  desk.chats.change = (chat, change, body = {}) => {
    sent.push({ chat, change, body });
    return answer();
  };
  root = document.createElement("div");
  document.body.append(root);
  await act(() =>
    render(
      <DeskContext.Provider value={desk}>
        <NoteDialog state={state} close={() => closed++} />
      </DeskContext.Provider>,
      root,
    ),
  );
});

afterEach(() => {
  render(null, root);
  root.remove();
  desk.stop();
});

function field(): HTMLTextAreaElement {
  const found = root.querySelector("textarea");
  if (!found) throw new Error("the dialog has no field");
  return found;
}

async function writes(text: string): Promise<void> {
  await act(() => {
    field().value = text;
    field().dispatchEvent(new Event("input", { bubbles: true }));
  });
}

async function submits(): Promise<void> {
  await act(async () => {
    root.querySelector("form")?.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
    await Promise.resolve();
  });
}

function fault(): string | undefined {
  return root.querySelector(".field__error")?.textContent ?? undefined;
}

describe("leaving a note", () => {
  it("sends it once, asks for the line that says so, and closes", async () => {
    await writes("  Call me. ");
    await submits();
    expect(sent).toEqual([{ chat: state.id, change: "note", body: { text: "Call me." } }]);
    expect(fetched).toEqual([2]);
    expect(closed).toBe(1);
    expect(desk.toasts.shown.value.map(({ title }) => title)).toEqual([
      "Your note to Jonas Lindqvist is on its way",
    ]);
  });

  it("sends nothing without words, and names the fault at the field", async () => {
    await writes(" ");
    await submits();
    expect(sent).toEqual([]);
    expect(fault()).toBeDefined();
    expect(field().getAttribute("aria-invalid")).toBe("true");
  });

  it("counts what a message may hold", async () => {
    await writes("x".repeat(4_001));
    await submits();
    expect(sent).toEqual([]);
    expect(fault()).toBe("The text is too long.");
  });

  it("keeps the text when it fails, and says why", async () => {
    answer = () => Promise.reject(new ApiError(409, "already_noted"));
    await writes("Call me.");
    await submits();
    expect(root.querySelector("[role=alert]")?.textContent).toBe("You have left a note already.");
    expect(field().value).toBe("Call me.");
    expect(closed).toBe(0);
  });

  it("asks before it throws words away", async () => {
    await writes("Call me.");
    const cancel = () => root.querySelector<HTMLElement>("footer .btn")?.click();
    await act(cancel);
    expect(closed).toBe(0);
    await act(cancel);
    expect(closed).toBe(1);
  });
});
