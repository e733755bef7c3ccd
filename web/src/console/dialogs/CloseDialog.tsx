import type { ChatState } from "../../shared/chat/chatState";
import { chatTitle } from "../../shared/chat/names";
import { t } from "../../shared/i18n";
import { Button } from "../../shared/ui/Button";
import { Dialog } from "../../shared/ui/Dialog";
import { useDesk } from "../state/desk";

export function CloseDialog({ state, close }: { state: ChatState; close: () => void }) {
  const desk = useDesk();
  const name = chatTitle(state.chat.value, desk.client.me);
  const end = () => {
    close();
    desk.later(state.id, "close", t("undo.close", { name }));
  };
  return (
    <Dialog
      title={t("close.title", { name })}
      width={440}
      onClose={close}
      footer={
        <>
          <Button class="push" onClick={close}>
            {t("common.cancel")}
          </Button>
          <Button kind="danger" data-autofocus onClick={end}>
            {t("close.yes")}
          </Button>
        </>
      }
    >
      <div class="dialog__body">
        <p>{t("close.text")}</p>
      </div>
    </Dialog>
  );
}
