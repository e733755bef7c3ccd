import { effect } from "@preact/signals";
import type { ChatState } from "../../shared/chat/chatState";
import { t } from "../../shared/i18n";
import type { Desk } from "./desk";
import { place } from "./router";

/** For who wants to hear all: says the new messages of chats that are not on screen. Gives the way to stop. */
export function announceElsewhere(desk: Desk): () => void {
  const said = new Map<string, number>();
  return effect(() => {
    const open = desk.chats.open.value;
    const all = desk.preferences.value.value.announce === "all";
    for (const state of open) {
      const newest = state.entries.value.at(-1);
      const before = said.get(state.id);
      said.set(state.id, state.bookmark);
      if (!all || !newest || before === undefined || onScreen(desk, state)) continue;
      for (const entry of state.entries.value) {
        if (entry.n <= before || entry.kind !== "message" || entry.by?.id === desk.client.me.id) continue;
        desk.announcements.message(entry.by?.name ?? t("chat.someone"), entry.text ?? "");
      }
    }
  });
}

function onScreen(desk: Desk, { id }: ChatState): boolean {
  const at = place.value;
  return (at.page === "chats" && at.chat === id) || desk.dock.windows.value.includes(id);
}
