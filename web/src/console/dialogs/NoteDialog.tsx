import type { ChatState } from "../../shared/chat/chatState";
import { t } from "../../shared/i18n";
import { useDesk } from "../state/desk";
import { MessageDialog } from "./MessageDialog";
import { Recipient } from "./Recipient";

/** Leaves whoever did not answer a note, which goes by mail. */
export function NoteDialog({ state, close }: { state: ChatState; close: () => void }) {
  const desk = useDesk();
  const to = state.chat.value.addressee;
  if (!to) return null;
  const leave = async (text: string) => {
    await desk.chats.change(state.id, "note", { text });
    // A page that came when the chat was closed already is told nothing of it by itself.
    state.noteHead(state.chat.value.head);
    close();
    desk.toasts.add({ kind: "success", title: t("leaveNote.sent", { name: to.name }) });
  };
  return (
    <MessageDialog
      id="leave-note"
      title={t("leaveNote.title")}
      sub={t("leaveNote.sub", { name: to.name })}
      label={t("leaveNote.text")}
      submit={t("leaveNote.submit")}
      keys={t("leaveNote.keys")}
      send={leave}
      close={close}
    >
      <Recipient to={to} />
    </MessageDialog>
  );
}
