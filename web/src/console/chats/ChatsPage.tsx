import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { t } from "../../shared/i18n";
import { IconButton } from "../../shared/ui/Button";
import { Dialog } from "../../shared/ui/Dialog";
import { ChatPane } from "../conversation/ChatPane";
import { useDesk } from "../state/desk";
import { go } from "../state/router";
import { ChatDetails } from "./ChatDetails";
import { ChatList } from "./ChatList";
import { useWide } from "./useWide";
import "./chats.css";

/** The agent's conversations on a page of their own: list, thread and details; on a phone one after the other. */
export function ChatsPage({ chat }: { chat: string | undefined }) {
  const desk = useDesk();
  const narrow = desk.dock.narrow.value;
  const wide = useWide();
  const drawer = useSignal(false);
  const state = chat ? desk.chats.find(chat) : undefined;
  const fromOutside = state !== undefined && state.chat.value.direction !== "agent_agent";
  const toList = () => go({ page: "chats" });
  const leave = narrow
    ? ({ icon: "arrow-left", label: t("conversation.back"), act: toList } as const)
    : ({ icon: "x", label: t("conversation.hide"), act: toList } as const);
  return (
    <div class={wide && fromOutside ? "ws ws--details" : "ws"}>
      {(!narrow || !chat) && (
        <section class="ws__list" aria-label={t("dock.title")} data-region tabIndex={-1}>
          <ChatList current={chat} open={(id) => go({ page: "chats", chat: id })} />
        </section>
      )}
      {chat && (
        <div class="ws__thread">
          <ChatPane
            key={chat}
            id={chat}
            leave={leave}
            roomy={!narrow}
            extra={
              fromOutside &&
              !wide && (
                <IconButton icon="info" label={t("details.title")} onClick={() => (drawer.value = true)} />
              )
            }
          />
        </div>
      )}
      {!chat && !narrow && (
        <div class="ws__thread empty">
          <p class="empty__title">{t("conversation.choose")}</p>
        </div>
      )}
      {chat && fromOutside && wide && (
        <aside class="ws__details" aria-label={t("details.title")} data-region tabIndex={-1}>
          <ChatDetails key={chat} chat={chat} />
        </aside>
      )}
      {chat && fromOutside && !wide && drawer.value && (
        <Drawer close={() => (drawer.value = false)}>
          <ChatDetails key={chat} chat={chat} />
        </Drawer>
      )}
    </div>
  );
}

function Drawer({ close, children }: { close: () => void; children: ComponentChildren }) {
  return (
    <Dialog title={t("details.title")} class="drawer" width={380} onClose={close}>
      <div class="dialog__body">{children}</div>
    </Dialog>
  );
}
