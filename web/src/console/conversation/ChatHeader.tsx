import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { ChatState } from "../../shared/chat/chatState";
import { chatTitle, counterpart, participantOf } from "../../shared/chat/names";
import { t } from "../../shared/i18n";
import { Avatar } from "../../shared/ui/Avatar";
import { IconButton } from "../../shared/ui/Button";
import { Menu } from "../../shared/ui/Menu";
import { ChannelTag } from "../requests/RequestParts";
import { useDesk } from "../state/desk";
import { chatMenu } from "./chatMenu";

interface ChatHeaderProps {
  state: ChatState;
  leave: { icon: "minus" | "arrow-left" | "x"; label: string; act: () => void };
  peopleShown: boolean;
  togglePeople: () => void;
}

export function ChatHeader({ state, leave, peopleShown, togglePeople }: ChatHeaderProps) {
  const desk = useDesk();
  const chat = state.chat.value;
  const other = counterpart(chat, desk.client.me);
  const presence = state.closed.value ? undefined : participantOf(chat, other)?.presence;
  const back = <IconButton icon={leave.icon} label={leave.label} onClick={leave.act} />;
  return (
    <header class="chatwin__header">
      {leave.icon === "arrow-left" && back}
      {other && <Avatar person={other} presence={presence} size="md" />}
      <div class="chatwin__who">
        <h2 class="chatwin__name truncate" dir="auto">
          {chatTitle(chat, desk.client.me)}
        </h2>
        <p class="chatwin__sub">
          <ChannelTag channel={chat.channel} />
          <span aria-hidden="true">·</span>
          <span class="truncate">{t(`conversation.direction.${chat.direction}`)}</span>
        </p>
      </div>
      <div class="chatwin__tools">
        <IconButton
          icon="users"
          label={t("conversation.participants")}
          aria-pressed={peopleShown}
          onClick={togglePeople}
        />
        <ActionsButton state={state} />
        {leave.icon !== "arrow-left" && back}
      </div>
    </header>
  );
}

function ActionsButton({ state }: { state: ChatState }) {
  const desk = useDesk();
  const open = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  const groups = chatMenu(desk, state);
  if (groups.length === 0) return null;
  return (
    <>
      <IconButton
        buttonRef={button}
        icon="more"
        label={t("conversation.actions")}
        aria-haspopup="menu"
        aria-expanded={open.value}
        onClick={() => (open.value = !open.value)}
      />
      {open.value && (
        <Menu
          label={t("conversation.actions")}
          anchor={button}
          groups={groups}
          onClose={() => (open.value = false)}
        />
      )}
    </>
  );
}
