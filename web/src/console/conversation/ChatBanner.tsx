import type { ChatState } from "../../shared/chat/chatState";
import { counterpart } from "../../shared/chat/names";
import { t } from "../../shared/i18n";
import type { Chat } from "../../shared/net/wire";
import { Button } from "../../shared/ui/Button";
import { Icon } from "../../shared/ui/Icon";
import { elapsed } from "../../shared/ui/time";
import { useDesk } from "../state/desk";
import { reopenWith } from "../state/mine";

/** Why one can only read, or what the chat is waiting for. */
export function ChatBanner({ state }: { state: ChatState }) {
  const chat = state.chat.value;
  if (chat.status === "closed") return <ClosedBanner chat={chat} />;
  if (chat.status === "request") return <WaitingBanner chat={chat} />;
  if (chat.my.level !== "observer" && chat.my.state === "active") return null;
  return (
    <div class="banner banner--info pane__banner">
      <Icon name="eye" />
      <span>
        {chat.direction === "agent_agent" ? t("conversation.observing") : t("conversation.observingUnseen")}
      </span>
    </div>
  );
}

function ClosedBanner({ chat }: { chat: Chat }) {
  const desk = useDesk();
  return (
    <div class="banner pane__banner">
      <Icon name="lock" />
      <span>{t(`chat.reason.${chat.reason ?? "closed"}`)}</span>
      {reopenWith(chat, desk.client.me) && (
        <Button size="sm" class="push" onClick={() => desk.reopen(chat)}>
          {t("menu.reopen")}
        </Button>
      )}
    </div>
  );
}

function WaitingBanner({ chat }: { chat: Chat }) {
  const desk = useDesk();
  const name = counterpart(chat, desk.client.me)?.name;
  return (
    <div class="banner banner--warning pane__banner">
      <Icon name="hourglass" />
      <span>{name ? t("conversation.waitingFor", { name }) : t("conversation.waiting")}</span>
      <span class="num">{elapsed(chat.createdAt)}</span>
      {chat.my.may.includes("withdraw") && (
        <Button size="sm" class="push" onClick={() => void desk.change(chat.id, "withdraw")}>
          {t("menu.withdraw")}
        </Button>
      )}
    </div>
  );
}
