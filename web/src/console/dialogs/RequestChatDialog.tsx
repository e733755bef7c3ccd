import { useMemo } from "preact/hooks";
import { t } from "../../shared/i18n";
import { newId } from "../../shared/net/ids";
import type { Chat, Person } from "../../shared/net/wire";
import { useDesk } from "../state/desk";
import { MessageDialog } from "./MessageDialog";
import { Recipient } from "./Recipient";

interface RequestChatDialogProps {
  to: Person;
  /** The closed chat that goes on in the new one. */
  continues?: Chat | undefined;
  close: () => void;
}

/** Asks an agent or a customer user for a chat, with the first message. */
export function RequestChatDialog({ to, continues, close }: RequestChatDialogProps) {
  const desk = useDesk();
  const id = useMemo(newId, [to]);
  const create = async (text: string) => {
    const state = await desk.chats.start({ id, to: to.id, text, ...going(continues) });
    close();
    desk.toasts.add({
      kind: "success",
      title: t("requestChat.sent"),
      text: t("requestChat.sentText", { name: to.name }),
    });
    desk.showChat(state.id);
  };
  return (
    <MessageDialog
      id="request-chat"
      title={t(continues ? "menu.reopen" : "requestChat.title")}
      sub={t("requestChat.sub", { name: to.name })}
      label={t("requestChat.message")}
      submit={t("requestChat.create")}
      keys={t("requestChat.keys")}
      send={create}
      close={close}
    >
      <Recipient to={to} />
    </MessageDialog>
  );
}

/** It stays in its channel; chats of agents have none to choose. */
function going(on: Chat | undefined): { continues?: string; channel?: string } {
  if (!on) return {};
  return on.direction === "agent_agent" ? { continues: on.id } : { continues: on.id, channel: on.channel.id };
}
