import { useRef, useState } from "preact/hooks";
import type { ChatState } from "../chat/chatState";
import type { ParleyClient } from "../chat/client";
import { chatTitle, counterpart, participantOf } from "../chat/names";
import { plural, t } from "../i18n";
import type { Chat } from "../net/wire";
import { Avatar } from "../ui/Avatar";
import { IconButton } from "../ui/Button";
import { Menu } from "../ui/Menu";
import { minutesSince } from "../ui/time";
import type { Portal } from "./portal";
import { EndDialog } from "./EndDialog";
import { WindowBar } from "./WindowBar";

interface ChatBarProps {
  portal: Portal;
  client: ParleyClient;
  state: ChatState;
  close(): void;
}

/** Who one chats with, and what can be done about it. */
export function ChatBar({ portal, client, state, close }: ChatBarProps) {
  const [ending, setEnding] = useState(false);
  const chat = state.chat.value;
  const other = counterpart(chat, client.me);
  const name = chatTitle(chat, client.me);
  const presence = chat.status === "active" ? participantOf(chat, other)?.presence : undefined;
  const closed = chat.status === "closed";
  const endable = chat.status === "active" && endingOf(chat) !== undefined;
  return (
    <>
      <WindowBar
        title={closed ? t("window.closedTitle") : name}
        sub={closed ? lasted(chat, name) : other ? chat.channel.name : t("window.waiting")}
        lead={other && !closed ? <Avatar person={other} presence={presence} size="md" /> : <span hidden />}
        back={portal.known.value ? () => portal.window.show({ name: "list" }) : undefined}
        tools={endable && <ChatMenu end={() => setEnding(true)} />}
        close={close}
        leaves={closed}
      />
      {ending && (
        <EndDialog client={client} state={state} how={endingOf(chat)} done={() => setEnding(false)} />
      )}
    </>
  );
}

/** A customer closes; where he may not, he leaves. */
function endingOf(chat: Chat): "close" | "leave" | undefined {
  if (chat.my.may.includes("close")) return "close";
  return chat.my.may.includes("leave") ? "leave" : undefined;
}

function ChatMenu({ end }: { end: () => void }) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <IconButton
        icon="more"
        label={t("window.menu")}
        buttonRef={button}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      />
      {open && (
        <Menu
          label={t("window.menu")}
          anchor={button}
          groups={[[{ label: t("window.end"), icon: "close-chat", danger: true, choose: end }]]}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

function lasted(chat: Chat, name: string): string {
  if (!chat.closedAt) return name;
  return plural("window.duration", Math.max(1, minutesSince(chat.createdAt, Date.parse(chat.closedAt))), {
    name,
  });
}
