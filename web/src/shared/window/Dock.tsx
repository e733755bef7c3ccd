import { useEffect, useRef } from "preact/hooks";
import { plural, t } from "../i18n";
import { Icon } from "../ui/Icon";
import type { Portal } from "./portal";
import { onPhone } from "./phone";
import { ChatWindow } from "./ChatWindow";
import { useNotices } from "./notices";
import { IncomingCard } from "./IncomingRequest";

/** The corner bottom right: launcher, chat window, requests of agents. It stays in one place on all pages. */
export function Dock({ portal }: { portal: Portal }) {
  const launcher = useRef<HTMLButtonElement>(null);
  const open = portal.window.open.value;
  const close = (): void => {
    portal.window.close();
    requestAnimationFrame(() => launcher.current?.focus());
  };
  useAnnouncedRequests(portal);
  useNotices(portal);
  return (
    <div class={`dock chat--customer${open ? " dock--open" : ""}${onPhone.value ? " chat--phone" : ""}`}>
      {open && <ChatWindow portal={portal} close={close} />}
      {!open && <IncomingCard portal={portal} />}
      {!(open && onPhone.value) && (
        <Launcher portal={portal} open={open} close={close} buttonRef={launcher} />
      )}
    </div>
  );
}

interface LauncherProps {
  portal: Portal;
  open: boolean;
  close(): void;
  buttonRef: { current: HTMLButtonElement | null };
}

function Launcher({ portal, open, close, buttonRef }: LauncherProps) {
  const unread = portal.client.value?.chats.unread.value ?? 0;
  if (open) {
    return (
      <button
        type="button"
        class="launcher"
        ref={buttonRef}
        aria-haspopup="dialog"
        aria-expanded="true"
        aria-label={t("window.minimise")}
        onClick={close}
      >
        <Icon name="chevron-down" />
      </button>
    );
  }
  return (
    <button
      type="button"
      class="launcher launcher--pill"
      ref={buttonRef}
      aria-haspopup="dialog"
      aria-expanded="false"
      aria-label={unread > 0 ? plural("window.launcherUnread", unread) : t("window.chatWithUs")}
      onClick={() => portal.openWindow()}
    >
      <Icon name="request-live" />
      {t("window.chatWithUs")}
      {unread > 0 && (
        <span class="count count--alert" aria-hidden="true">
          {unread}
        </span>
      )}
    </button>
  );
}

function useAnnouncedRequests(portal: Portal): void {
  const said = useRef(new Set<string>());
  const incoming = portal.incoming.value;
  useEffect(() => {
    for (const state of incoming) {
      if (said.current.has(state.id)) continue;
      said.current.add(state.id);
      portal.announcements.say(t("window.incomingFrom", { name: state.chat.value.requester.name }));
    }
  }, [incoming]);
}
