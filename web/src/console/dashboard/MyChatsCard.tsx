import { ConversationList } from "../../shared/chat/ConversationList";
import { t } from "../../shared/i18n";
import { useDesk } from "../state/desk";
import { myChats } from "../state/mine";
import { address, follow } from "../state/router";

export function MyChatsCard() {
  const desk = useDesk();
  const { open, waiting } = myChats(desk.chats.list.value);
  const shown = [...open, ...waiting];
  return (
    <section class="card" aria-labelledby="my-chats">
      <div class="card__header">
        <h2 class="card__title" id="my-chats">
          {t("dashboard.myChats")}
        </h2>
        <span class="count">{shown.length}</span>
        <a
          class="btn btn--ghost btn--sm push"
          href={address({ page: "chats" })}
          onClick={follow({ page: "chats" })}
        >
          {t("dashboard.openWorkspace")}
        </a>
      </div>
      {shown.length === 0 ? (
        <p class="empty">{t("conversation.noneText")}</p>
      ) : (
        <div class="mychats">
          <ConversationList
            states={shown}
            me={desk.client.me}
            label={t("dashboard.myChats")}
            drafts={desk.drafts}
            onOpen={(state) => desk.showChat(state.id)}
          />
        </div>
      )}
    </section>
  );
}
