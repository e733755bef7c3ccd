import { useState } from "preact/hooks";
import type { ChatState } from "../../shared/chat/chatState";
import type { ParleyClient } from "../../shared/chat/client";
import { t } from "../../shared/i18n";
import { explain } from "../../shared/i18n/errors";
import { Button } from "../../shared/ui/Button";
import { Dialog } from "../../shared/ui/Dialog";
import { Problem } from "./startFields";

interface EndDialogProps {
  client: ParleyClient;
  state: ChatState;
  how: "close" | "leave" | undefined;
  done(): void;
}

export function EndDialog({ client, state, how, done }: EndDialogProps) {
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  const end = async (): Promise<void> => {
    if (!how) return done();
    setBusy(true);
    try {
      await client.chats.change(state.id, how);
      done();
    } catch (error) {
      setProblem(explain(error));
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={t("external.endTitle")}
      width={400}
      onClose={done}
      footer={
        <>
          <Button class="push" data-autofocus onClick={done}>
            {t("external.endKeep")}
          </Button>
          <Button kind="danger" busy={busy} onClick={() => void end()}>
            {t("external.end")}
          </Button>
        </>
      }
    >
      <div class="dialog__body">
        <p>{t("external.endText")}</p>
        <Problem text={problem} />
      </div>
    </Dialog>
  );
}
