import { effect, signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { ChatState } from "../chat/chatState";
import type { Chats } from "../chat/chats";
import { plainOf } from "../chat/format";
import { t } from "../i18n";
import type { Entry } from "../net/wire";
import type { Portal } from "./portal";

/** What an agent did: asked for a chat, accepted a request, or wrote. */
export interface News {
  chat: string;
  kind: "request" | "accepted" | "message";
  name: string;
  text: string;
}

/** Whether the browser shows what agents write while nobody looks at the page. */
export const permission = signal<NotificationPermission | "impossible">(permissionNow());

function permissionNow(): NotificationPermission | "impossible" {
  return "Notification" in globalThis && isSecureContext && !framedByOthers()
    ? Notification.permission
    : "impossible";
}

/** Browsers refuse to ask in a frame of another site. */
function framedByOthers(): boolean {
  try {
    return window.top?.location.origin !== location.origin;
  } catch {
    return true;
  }
}

/** Only ever on a click, after it was said what for. */
export async function allowNotices(): Promise<void> {
  permission.value = await Notification.requestPermission();
}

/** Tells what agents do in these chats from now on, until stopped. What was there before is no news. */
export function watchNews(chats: Pick<Chats, "open" | "ready">, tell: (news: News) => void): () => void {
  const seen = new Map<string, number>();
  return effect(() => {
    const ready = chats.ready.value;
    for (const state of chats.open.value) {
      const last = state.entries.value.at(-1) ?? state.chat.value.last;
      const before = seen.get(state.id);
      seen.set(state.id, Math.max(before ?? 0, last?.n ?? 0));
      const news = before === undefined ? asked(state) : said(state, last, before);
      if (ready && news) tell(news);
    }
  });
}

function asked({ chat }: ChatState): News | undefined {
  const { id, status, requester, my, last } = chat.value;
  if (status !== "request" || !my.may.includes("accept")) return undefined;
  return { chat: id, kind: "request", name: requester.name, text: last?.text ?? "" };
}

function said(state: ChatState, entry: Entry | undefined, before: number): News | undefined {
  if (!entry || entry.n <= before || entry.by?.kind !== "agent") return undefined;
  if (entry.kind !== "message" && entry.kind !== "accepted") return undefined;
  return { chat: state.id, kind: entry.kind, name: entry.by.name, text: entry.text ?? "" };
}

/** Shows news while the page is hidden, as far as the browser may. */
export function useNotices(portal: Portal): void {
  const client = portal.client.value;
  useEffect(() => {
    if (!client || permission.peek() === "impossible") return;
    const shown = new Set<Notification>();
    const close = (): void => {
      if (document.hidden) return;
      shown.forEach((notice) => notice.close());
      shown.clear();
    };
    document.addEventListener("visibilitychange", close);
    const end = watchNews(client.chats, (news) => show(portal, news, shown));
    return () => {
      end();
      document.removeEventListener("visibilitychange", close);
    };
  }, [client]);
}

function show(portal: Portal, news: News, shown: Set<Notification>): void {
  if (!document.hidden || permission.peek() !== "granted") return;
  try {
    // One of each chat, whatever number of tabs tells of it.
    const notice = new Notification(title(news), { body: plainOf(news.text), tag: news.chat });
    notice.onclick = () => {
      window.focus();
      portal.window.show({ name: "chat", id: news.chat });
      notice.close();
    };
    shown.add(notice);
  } catch {
    // Some phones have the name and the permission, but let only a service worker show anything.
    permission.value = "impossible";
  }
}

function title({ kind, name }: News): string {
  if (kind === "request") return t("window.incomingFrom", { name });
  return kind === "accepted" ? t("chat.sys.accepted", { by: name }) : name;
}
