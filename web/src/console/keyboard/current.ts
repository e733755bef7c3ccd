import type { ChatState } from "../../shared/chat/chatState";
import type { Desk } from "../state/desk";
import { bubbled, chatOnPage } from "../state/router";

let touched: string | undefined;

/** Remembers in which chat somebody is at work, for what is asked for from elsewhere. */
export function noteFocus(event: FocusEvent): void {
  const pane = (event.target as Element).closest<HTMLElement>("[data-chat]");
  if (pane) touched = pane.dataset["chat"];
}

/** The chat that is meant when none is named: that of the page, or the window somebody was in last. */
export function currentChat(desk: Desk): ChatState | undefined {
  if (!bubbled()) return desk.chats.find(chatOnPage() ?? "");
  const windows = desk.dock.windows.value;
  const id = windows.find((each) => each === touched) ?? windows[0];
  return id ? desk.chats.find(id) : undefined;
}

/** Switches the composer of a chat to an internal note and goes there. */
export function writeNote(chat: string): void {
  const pane = paneOf(chat);
  const note = pane?.querySelector<HTMLElement>(".composer__note");
  if (note?.getAttribute("aria-pressed") === "false") note.click();
  pane?.querySelector<HTMLElement>(".composer textarea")?.focus();
}

/** Opens the list of canned replies where one writes in a chat. */
export function insertReply(chat: string): void {
  paneOf(chat)?.querySelector<HTMLElement>("[data-canned]")?.click();
}

export function paneOf(chat: string): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>("[data-chat]")].find(
    (each) => each.dataset["chat"] === chat,
  );
}
