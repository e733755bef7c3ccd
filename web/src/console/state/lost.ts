import { effect, untracked } from "@preact/signals";
import { chatTitle } from "../../shared/chat/names";
import { t } from "../../shared/i18n";
import type { Desk } from "./desk";
import { chatOnPage, go, place } from "./router";

/** Closes every view of a chat that this agent may read no longer, and says why. */
export function watchLostRights(desk: Desk): () => void {
  const readable = new Map<string, string>();
  return effect(() => {
    for (const id of shownChats(desk)) {
      const state = desk.chats.find(id);
      const chat = state?.chat.value;
      if (chat?.my.may.includes("read")) {
        const names = { name: chatTitle(chat, desk.client.me), channel: chat.channel.name };
        readable.set(id, t("lost.title", names));
      } else if (readable.has(id)) {
        const title = readable.get(id) ?? "";
        readable.delete(id);
        untracked(() => take(desk, id, title));
      }
    }
  });
}

function shownChats(desk: Desk): string[] {
  const page = chatOnPage();
  return [...new Set([...desk.dock.windows.value, ...(page ? [page] : [])])];
}

function take(desk: Desk, id: string, title: string): void {
  desk.hide(id);
  if (desk.leaving.delete(id)) return;
  desk.toasts.add({ kind: "danger", title, text: t("lost.text"), lasts: 20_000 });
  desk.announcements.warn(title);
  if (place.value.page === "window") go({ page: "chats" });
}
