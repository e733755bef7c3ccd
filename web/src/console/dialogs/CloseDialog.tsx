import { useSignal } from "@preact/signals";
import type { ChatState } from "../../shared/chat/chatState";
import { chatTitle } from "../../shared/chat/names";
import { t } from "../../shared/i18n";
import { Button } from "../../shared/ui/Button";
import { Dialog } from "../../shared/ui/Dialog";
import { useDesk } from "../state/desk";
import { Problem } from "./Problem";

export function CloseDialog({ state, close }: { state: ChatState; close: () => void }) {
  const desk = useDesk();
  const busy = useSignal(false);
  const failure = useSignal<unknown>(undefined);
  const end = async () => {
    busy.value = true;
    try {
      await desk.chats.change(state.id, "close");
      close();
    } catch (error) {
      failure.value = error;
    } finally {
      busy.value = false;
    }
  };
  return (
    <Dialog
      title={t("close.title", { name: chatTitle(state.chat.value, desk.client.me) })}
      width={440}
      onClose={close}
      footer={
        <>
          <Button class="push" onClick={close}>
            {t("common.cancel")}
          </Button>
          <Button kind="danger" busy={busy.value} data-autofocus onClick={() => void end()}>
            {t("close.yes")}
          </Button>
        </>
      }
    >
      <div class="dialog__body">
        <Problem error={failure.value} />
        <p>{t("close.text")}</p>
      </div>
    </Dialog>
  );
}
