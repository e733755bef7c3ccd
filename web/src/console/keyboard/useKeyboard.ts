import { useLayoutEffect } from "preact/hooks";
import type { Desk } from "../state/desk";
import { myChats } from "../state/mine";
import { go } from "../state/router";
import { combinationOf, everywhere, LEADER, single, type Everywhere, type Single } from "./bindings";
import { currentChat, noteFocus, paneOf, writeNote } from "./current";
import { enter, nextRegion, regions } from "./regions";

const SECOND_KEY_WITHIN = 1_500;

/** The keys that work everywhere in the console. What a field, list or dialog has used is not looked at again. */
export function useKeyboard(desk: Desk): void {
  // Before the first paint: keys work as soon as there is something to see.
  useLayoutEffect(() => {
    const ends = new AbortController();
    const options = { signal: ends.signal };
    const singles = new SingleKeys(desk);
    const press = (event: KeyboardEvent): void => {
      const keys = combinationOf(event);
      if (event.defaultPrevented || !keys || desk.sessionEnded.peek()) return;
      const name = everywhere(desk.preferences.value.peek().keys, keys);
      const used = name ? doEverywhere(desk, name) : fixedKey(desk, event, keys) || singles.use(event, keys);
      if (used) event.preventDefault();
    };
    document.addEventListener("keydown", press, options);
    document.addEventListener("focusin", noteFocus, options);
    return () => ends.abort();
  }, [desk]);
}

function doEverywhere(desk: Desk, name: Everywhere): boolean {
  switch (name) {
    case "palette":
    case "shortcuts":
      return open(desk, name);
    case "nextPart":
      return toPart(1);
    case "previousPart":
      return toPart(-1);
    case "previousChat":
      return toConversation(desk, -1, false);
    case "nextChat":
      return toConversation(desk, 1, false);
    case "previousUnread":
      return toConversation(desk, -1, true);
    case "nextUnread":
      return toConversation(desk, 1, true);
  }
}

/** Everybody expects these, and nobody needs them for something else. */
function fixedKey(desk: Desk, event: KeyboardEvent, keys: string): boolean {
  if (dialogOpen()) return false;
  if (keys === "?" && !inField(event.target)) return open(desk, "shortcuts");
  return keys === "Escape" && stepBack(event.target as HTMLElement);
}

function toPart(by: 1 | -1): boolean {
  if (dialogOpen()) return false;
  const region = nextRegion(regions(), document.activeElement, by);
  if (region) enter(region);
  return region !== undefined;
}

/** From a message to where one writes, from there to the list of conversations or the button that opens it. */
function stepBack(from: HTMLElement): boolean {
  const pane = from.closest<HTMLElement>("[data-chat]");
  if (!pane || from.closest("[popover]")) return false;
  const field = pane.querySelector<HTMLElement>(".composer textarea");
  const list = document.querySelector<HTMLElement>(".ws__list, .panel__list, .launcher");
  const next = from.closest(".thread") && field ? field : list;
  if (next) enter(next.querySelector<HTMLElement>(".convo") ?? next);
  return next !== null;
}

function toConversation(desk: Desk, by: 1 | -1, unreadOnly: boolean): boolean {
  if (dialogOpen()) return false;
  const { open: active, waiting } = myChats(desk.chats.list.peek());
  const all = [...active, ...waiting];
  const current = currentChat(desk);
  const at = current ? all.indexOf(current) : -1;
  const ahead = all.map((_, step) => all[(at + by * (step + 1) + all.length * 2) % all.length]);
  const next = ahead.find((state) => state && state !== current && (!unreadOnly || state.unread.peek() > 0));
  if (!next) return false;
  desk.showChat(next.id);
  // The window was there already: its field takes the focus as that of a new one would.
  setTimeout(() => paneOf(next.id)?.querySelector<HTMLElement>(".composer textarea")?.focus());
  return true;
}

/** Keys without a second one, for those who have switched them on; never while somebody writes. */
class SingleKeys {
  private ledAt = -Infinity;

  constructor(private readonly desk: Desk) {}

  use(event: KeyboardEvent, keys: string): boolean {
    const { singleKeys, keys: chosen } = this.desk.preferences.value.peek();
    if (!singleKeys || inField(event.target) || dialogOpen()) return false;
    const led = event.timeStamp - this.ledAt < SECOND_KEY_WITHIN;
    this.ledAt = keys === LEADER ? event.timeStamp : -Infinity;
    const name = (led && single(chosen, `${LEADER} ${keys}`)) || single(chosen, keys);
    return name !== undefined && doSingle(this.desk, name);
  }
}

function doSingle(desk: Desk, name: Single): boolean {
  switch (name) {
    case "dashboard":
    case "chats":
      go({ page: name });
      return true;
    case "downChat":
      return toConversation(desk, 1, false);
    case "upChat":
      return toConversation(desk, -1, false);
    case "search":
      return open(desk, "palette");
    case "note":
    case "end":
      return inCurrentChat(desk, name);
  }
}

function inCurrentChat(desk: Desk, name: "note" | "end"): boolean {
  const chat = currentChat(desk);
  if (!chat?.chat.peek().my.may.includes(name === "end" ? "close" : "note")) return false;
  if (name === "note") writeNote(chat.id);
  else desk.dialog.value = { name: "close", chat };
  return true;
}

function open(desk: Desk, name: "palette" | "shortcuts"): boolean {
  if (!dialogOpen()) desk.dialog.value = { name };
  return true;
}

function dialogOpen(): boolean {
  return document.querySelector("dialog[open]") !== null;
}

function inField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
}
