import { effect } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { plainOf } from "../../shared/chat/format";
import { locale, t } from "../../shared/i18n";
import type { ChatRequest, ServerFrame } from "../../shared/net/wire";
import { serverTime } from "../../shared/ui/time";
import { showBadge } from "../notify/badge";
import { personal } from "../requests/RequestParts";
import type { Desk } from "../state/desk";

const ANNOUNCED_FOR = 20_000;

/** The title counts what waits: requests, and messages that were not read. */
export function usePageTitle(desk: Desk): void {
  useEffect(
    () =>
      effect(() => {
        const count = desk.client.requests.count.value + desk.chats.unread.value;
        const name = locale.value ? t("shell.title") : "";
        document.title = count > 0 ? `(${count}) ${name}` : name;
        showBadge(count);
      }),
    [desk],
  );
}

/** Tells the server that somebody sits here; the client says it at most once a minute, unless others see him as away. */
export function useActivity(desk: Desk): void {
  useEffect(() => {
    const ends = new AbortController();
    const options = { signal: ends.signal, passive: true };
    for (const name of ["pointerdown", "pointermove", "keydown", "wheel"]) {
      document.addEventListener(name, () => desk.client.active(desk.ownPresence.value === "away"), options);
    }
    return () => ends.abort();
  }, [desk]);
}

/** A colleague who asks for this agent in person is announced with Accept at hand; general requests only count. */
export function usePersonalRequestToasts(desk: Desk): void {
  useEffect(() => {
    const told = new Map<string, number>();
    return desk.client.requests.open.subscribe((open) => {
      const mine = open.filter((request) => personal(request) && fresh(request));
      for (const [chat, toast] of told) {
        if (!open.some((request) => request.chat === chat)) {
          desk.toasts.dismiss(toast);
          told.delete(chat);
        }
      }
      for (const request of mine) {
        if (!told.has(request.chat)) told.set(request.chat, announce(desk, request));
      }
    });
  }, [desk]);
}

/** Each new request is heard once, with name and channel; from then on only how many there are. */
export function useHeardRequests(desk: Desk): void {
  useEffect(() => {
    const hear = (frame: ServerFrame): void => {
      if (frame.type !== "request" || frame.change !== "added" || !frame.request || !fresh(frame.request))
        return;
      const { from, channel } = frame.request;
      desk.announcements.warn(t("alerts.heard", { name: from.name, channel: channel.name }));
    };
    desk.heard.add(hear);
    return () => desk.heard.delete(hear);
  }, [desk]);
}

/** What has been waiting longer was announced before, or came while nobody was here: the list shows it. */
function fresh(request: ChatRequest): boolean {
  return serverTime() - Date.parse(request.since) < ANNOUNCED_FOR;
}

function announce(desk: Desk, request: ChatRequest): number {
  const { name } = request.from;
  return desk.toasts.add({
    kind: "info",
    title: t(request.kind === "invitation" ? "request.invites" : "request.asks", { name }),
    text: plainOf(request.note ?? request.text),
    actions: [
      { label: t("request.accept"), choose: () => void desk.accept(request) },
      { label: t("request.preview"), choose: () => (desk.dialog.value = { name: "preview", request }) },
      { label: t("request.later"), choose: () => undefined },
    ],
  });
}
