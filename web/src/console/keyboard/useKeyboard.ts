import { useLayoutEffect } from "preact/hooks";
import type { Desk } from "../state/desk";
import { myChats } from "../state/mine";
import { go } from "../state/router";
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
      if (event.defaultPrevented || event.isComposing || desk.sessionEnded.peek()) return;
      const used = withModifier(desk, event) || functionKey(desk, event) || singles.use(event);
      if (used) event.preventDefault();
    };
    document.addEventListener("keydown", press, options);
    document.addEventListener("focusin", noteFocus, options);
    return () => ends.abort();
  }, [desk]);
}

function withModifier(desk: Desk, event: KeyboardEvent): boolean {
  if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
    if (event.key.toLowerCase() === "k") return open(desk, "palette");
    return event.key === "/" && open(desk, "shortcuts");
  }
  if (event.altKey && !event.ctrlKey && !event.metaKey && !dialogOpen()) {
    if (event.key === "ArrowUp") return toConversation(desk, -1, event.shiftKey);
    if (event.key === "ArrowDown") return toConversation(desk, 1, event.shiftKey);
  }
  return false;
}

function functionKey(desk: Desk, event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || dialogOpen()) return false;
  if (event.key === "F6") {
    const region = nextRegion(regions(), document.activeElement, event.shiftKey ? -1 : 1);
    if (region) enter(region);
    return region !== undefined;
  }
  if (event.key === "?" && !inField(event.target)) return open(desk, "shortcuts");
  return event.key === "Escape" && stepBack(event.target as HTMLElement);
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
  private goneAt = -Infinity;

  constructor(private readonly desk: Desk) {}

  use(event: KeyboardEvent): boolean {
    const { desk } = this;
    if (!desk.preferences.value.peek().singleKeys) return false;
    if (event.ctrlKey || event.metaKey || event.altKey || inField(event.target) || dialogOpen()) return false;
    const key = event.key.toLowerCase();
    const afterG = event.timeStamp - this.goneAt < SECOND_KEY_WITHIN;
    this.goneAt = key === "g" ? event.timeStamp : -Infinity;
    if (afterG && key === "d") return moved(() => go({ page: "dashboard" }));
    if (afterG && key === "c") return moved(() => go({ page: "chats" }));
    if (key === "j") return toConversation(desk, 1, false);
    if (key === "k") return toConversation(desk, -1, false);
    if (key === "/") return open(desk, "palette");
    const chat = currentChat(desk);
    if (!chat) return false;
    const { may } = chat.chat.peek().my;
    if (key === "n" && may.includes("note")) return moved(() => writeNote(chat.id));
    return key === "e" && may.includes("close") && moved(() => (desk.dialog.value = { name: "close", chat }));
  }
}

function moved(work: () => void): true {
  work();
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
