import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import type { ChatState } from "../../shared/chat/chatState";
import { chatTitle, counterpart, participantOf } from "../../shared/chat/names";
import { t } from "../../shared/i18n";
import type { Monitoring } from "../../shared/net/wire";
import { Avatar } from "../../shared/ui/Avatar";
import { IconButton } from "../../shared/ui/Button";
import { Menu } from "../../shared/ui/Menu";
import { ChannelTag, Lookers } from "../requests/RequestParts";
import { useDesk } from "../state/desk";
import { chatMenu } from "./chatMenu";

interface ChatHeaderProps {
  state: ChatState;
  leave: { icon: "minus" | "arrow-left" | "x"; label: string; act: () => void };
  peopleShown: boolean;
  togglePeople: () => void;
  /** More buttons of the place the chat stands in. */
  extra?: ComponentChildren;
}

export function ChatHeader({ state, leave, peopleShown, togglePeople, extra }: ChatHeaderProps) {
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
        <h2 class="chatwin__name truncate">
          <bdi>{chatTitle(chat, desk.client.me)}</bdi>
        </h2>
        <p class="chatwin__sub">
          <ChannelTag channel={chat.channel} />
          <span aria-hidden="true">·</span>
          <span class="truncate">{t(`conversation.direction.${chat.direction}`)}</span>
          <Lookers chat={chat.id} />
        </p>
      </div>
      <div class="chatwin__tools">
        <IconButton
          icon="users"
          label={t("conversation.participants")}
          aria-pressed={peopleShown}
          onClick={togglePeople}
        />
        {state.chat.value.my.monitoring && !state.closed.value && <MonitoringButton state={state} />}
        {extra}
        <ActionsButton state={state} />
        {leave.icon !== "arrow-left" && back}
      </div>
    </header>
  );
}

const monitorings = ["all", "customer", "off"] as const satisfies readonly Monitoring[];

/** Of what in this chat the agent is notified. */
function MonitoringButton({ state }: { state: ChatState }) {
  const desk = useDesk();
  const open = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  const chosen = state.chat.value.my.monitoring;
  return (
    <>
      <IconButton
        buttonRef={button}
        icon={chosen === "off" ? "bell-off" : "bell"}
        label={t("monitoring.label", { level: t(`monitoring.${chosen ?? "all"}`) })}
        aria-haspopup="menu"
        aria-expanded={open.value}
        onClick={() => (open.value = !open.value)}
      />
      {open.value && (
        <Menu
          label={t("monitoring.title")}
          anchor={button}
          groups={[
            monitorings.map((level) => ({
              label: t(`monitoring.${level}`),
              checked: level === chosen,
              choose: () => void desk.monitor(state, level),
            })),
          ]}
          onClose={() => (open.value = false)}
        />
      )}
    </>
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
