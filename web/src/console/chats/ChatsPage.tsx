import { useEffect } from "preact/hooks";
import { t } from "../../shared/i18n";
import { ChatPane } from "../conversation/ChatPane";
import { ConversationGroups } from "../conversation/ConversationGroups";
import { useDesk } from "../state/desk";
import { go } from "../state/router";
import "./chats.css";

/** The agent's conversations on a page of their own: list and thread side by side, on a phone one after the other. */
export function ChatsPage({ chat }: { chat: string | undefined }) {
  const desk = useDesk();
  const narrow = desk.dock.narrow.value;
  useEffect(() => desk.dock.closeAll(), [desk]);
  const toList = () => go({ page: "chats" });
  const leave = narrow
    ? ({ icon: "arrow-left", label: t("conversation.back"), act: toList } as const)
    : ({ icon: "x", label: t("conversation.hide"), act: toList } as const);
  return (
    <div class="ws">
      {(!narrow || !chat) && (
        <section class="ws__list" aria-label={t("dock.title")}>
          <ConversationGroups heading="h2" current={chat} open={(id) => go({ page: "chats", chat: id })} />
        </section>
      )}
      {chat && (
        <div class="ws__thread">
          <ChatPane key={chat} id={chat} leave={leave} roomy={!narrow} />
        </div>
      )}
      {!chat && !narrow && (
        <div class="ws__thread empty">
          <p class="empty__title">{t("conversation.choose")}</p>
        </div>
      )}
    </div>
  );
}
