import { useEffect } from "preact/hooks";
import type { ChatState } from "../../shared/chat/chatState";
import { ConversationList } from "../../shared/chat/ConversationList";
import { t } from "../../shared/i18n";
import { useDesk } from "../state/desk";
import { myChats } from "../state/mine";

interface ConversationGroupsProps {
  current: string | undefined;
  open: (id: string) => void;
  /** How deep below the heading of its surroundings the group titles stand. */
  heading: "h2" | "h3";
}

/** The agent's chats in three groups: open, waiting for an answer, closed today. */
export function ConversationGroups({ current, open, heading: Heading }: ConversationGroupsProps) {
  const desk = useDesk();
  useEffect(() => {
    void desk.attempt(() => desk.chats.loadClosed());
  }, [desk]);
  const groups = myChats(desk.chats.list.value);
  const empty = groups.open.length + groups.waiting.length + groups.closedToday.length === 0;
  if (empty) {
    return (
      <div class="empty">
        <p class="empty__title">{t("conversation.none")}</p>
        <p>{t("conversation.noneText")}</p>
      </div>
    );
  }
  const list = (label: string, states: ChatState[]) =>
    states.length > 0 && (
      <>
        <Heading class="panel__label">{label}</Heading>
        <ConversationList
          states={states}
          me={desk.client.me}
          label={label}
          current={current}
          tags
          drafts={desk.drafts}
          onOpen={(state) => open(state.id)}
        />
      </>
    );
  return (
    <>
      {list(t("conversation.open"), groups.open)}
      {list(t("conversation.waitingGroup"), groups.waiting)}
      {list(t("conversation.closedToday"), groups.closedToday)}
    </>
  );
}
