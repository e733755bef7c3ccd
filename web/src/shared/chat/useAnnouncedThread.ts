import { useEffect } from "preact/hooks";
import { t } from "../i18n";
import type { Entry } from "../net/wire";
import type { Announcements } from "./announcements";
import type { ChatState } from "./chatState";
import type { ParleyClient } from "./client";
import { systemText } from "./systemText";
import { whyNot } from "./UnsentLine";

/** Says what happens in a thread on screen: new lines, what was sent, what was not. Older history is not read out. */
export function useAnnouncedThread(
  client: ParleyClient,
  state: ChatState,
  announcements?: Announcements,
): void {
  useEffect(() => {
    if (!announcements) return;
    let said = state.bookmark;
    const stopEntries = state.entries.subscribe((entries) => {
      entries
        .filter((entry) => entry.n > said)
        .forEach((entry) => announce(entry, state, client, announcements));
      said = Math.max(said, state.bookmark);
    });
    let failed = new Set<string>();
    const stopOutbox = client.outbox.items.subscribe((items) => {
      const now = items.filter((item) => item.chat === state.id && item.state === "failed");
      const fresh = now.find((item) => !failed.has(item.id));
      if (fresh) announcements.warn(t("chat.announceFailed", { reason: whyNot(fresh) }));
      failed = new Set(now.map((item) => item.id));
    });
    return () => {
      stopEntries();
      stopOutbox();
    };
  }, [client, state, announcements]);
}

function announce(entry: Entry, state: ChatState, client: ParleyClient, announcements: Announcements): void {
  if (entry.kind !== "message") announcements.say(systemText(entry, client.me, state.chat.value));
  else if (entry.by?.id === client.me.id) announcements.say(t("chat.announceSent"));
  else announcements.message(entry.by?.name ?? t("chat.someone"), entry.text ?? "");
}
