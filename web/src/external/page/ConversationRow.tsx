import { activeAt } from "../../shared/chat/chats";
import type { ChatState } from "../../shared/chat/chatState";
import { plainOf } from "../../shared/chat/format";
import { chatTitle } from "../../shared/chat/names";
import { plural, t } from "../../shared/i18n";
import type { Person } from "../../shared/net/wire";
import { Icon } from "../../shared/ui/Icon";
import { timeOrDay } from "../../shared/ui/time";
import type { Portal } from "../../shared/window/portal";
import { following, pathOf } from "../route";

interface ConversationRowProps {
  state: ChatState;
  me: Person;
  portal: Portal;
}

/** One conversation on the page: open ones lead to the chat window, closed ones to their transcript. */
export function ConversationRow({ state, me, portal }: ConversationRowProps) {
  const chat = state.chat.value;
  const last = state.entries.value.findLast((entry) => entry.kind === "message") ?? chat.last;
  const text = last?.kind === "message" ? plainOf(last.text ?? "") : "";
  const to = { name: "conversation", id: chat.id } as const;
  const open = (event: MouseEvent): void => {
    if (state.closed.value) return following(to)(event);
    event.preventDefault();
    portal.window.show({ name: "chat", id: chat.id });
  };
  return (
    <a href={pathOf(to)} onClick={open}>
      <span class="rows__title truncate" dir="auto">
        {text || chat.channel.name}
      </span>
      <StateBadge state={state} />
      <Icon name="chevron-right" />
      <span class="rows__meta">
        {[text ? chat.channel.name : undefined, chatTitle(chat, me), timeOrDay(activeAt(state))]
          .filter(unique)
          .join(" · ")}
      </span>
    </a>
  );
}

function StateBadge({ state }: { state: ChatState }) {
  const { status, my } = state.chat.value;
  const unread = state.unread.value;
  if (status === "closed") {
    return (
      <span class="badge">
        <Icon name="check" />
        {t("external.stateClosed")}
      </span>
    );
  }
  if (my.may.includes("accept"))
    return <span class="badge badge--accent">{t("external.stateIncoming")}</span>;
  if (unread > 0) return <span class="badge badge--accent">{plural("chat.unread", unread)}</span>;
  if (status === "active") return <span class="badge badge--info">{t("external.stateOpen")}</span>;
  return <span class="badge badge--warning">{t("external.stateWaiting")}</span>;
}

function unique(part: string | undefined, index: number, parts: (string | undefined)[]): boolean {
  return part !== undefined && parts.indexOf(part) === index;
}
