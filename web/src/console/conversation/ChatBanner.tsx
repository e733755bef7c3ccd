import type { ChatState } from "../../shared/chat/chatState";
import { counterpart } from "../../shared/chat/names";
import { closedBecause } from "../../shared/chat/systemText";
import { t } from "../../shared/i18n";
import type { Chat } from "../../shared/net/wire";
import { Button } from "../../shared/ui/Button";
import { Icon } from "../../shared/ui/Icon";
import { elapsed, now } from "../../shared/ui/time";
import { useDesk } from "../state/desk";
import { RatingNote } from "./RatingNote";
import { reopenWith } from "../state/mine";
import type { PendingChange } from "../state/undo";

/** Why one can only read, or what the chat is waiting for. */
export function ChatBanner({ state }: { state: ChatState }) {
  const desk = useDesk();
  const chat = state.chat.value;
  const pending = desk.undo.of(chat.id);
  if (pending) return <PendingBanner pending={pending} />;
  if (chat.status === "closed") return <ClosedBanner state={state} />;
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

function PendingBanner({ pending }: { pending: PendingChange }) {
  const desk = useDesk();
  const seconds = Math.max(0, Math.ceil((pending.dueAt - Date.now() + now.value * 0) / 1_000));
  return (
    <div class="banner banner--info pane__banner">
      <Icon name={pending.kind === "close" ? "close-chat" : "swap"} />
      <span>{t(pending.kind === "close" ? "undo.closing" : "undo.moving", { seconds })}</span>
      <Button size="sm" class="push" onClick={() => desk.takeBack(pending.chat)}>
        {t("undo.undo")}
      </Button>
    </div>
  );
}

function ClosedBanner({ state }: { state: ChatState }) {
  const desk = useDesk();
  const chat = state.chat.value;
  return (
    <div class="banner pane__banner">
      <Icon name="lock" />
      <span>
        {closedBecause(chat, desk.client.me)}
        {chat.rating && <RatingNote rating={chat.rating} />}
      </span>
      <span class="banner__actions push">
        {chat.my.may.includes("leave_note") && (
          <Button size="sm" onClick={() => (desk.dialog.value = { name: "note", chat: state })}>
            {t("menu.note")}
          </Button>
        )}
        {reopenWith(chat, desk.client.me) && (
          <Button size="sm" onClick={() => desk.reopen(chat)}>
            {t("menu.reopen")}
          </Button>
        )}
      </span>
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
