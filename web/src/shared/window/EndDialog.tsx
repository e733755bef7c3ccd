import { useState } from "preact/hooks";
import type { ChatState } from "../chat/chatState";
import type { ParleyClient } from "../chat/client";
import { t } from "../i18n";
import { explain } from "../i18n/errors";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
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
      title={t("window.endTitle")}
      width={400}
      onClose={done}
      footer={
        <>
          <Button class="push" data-autofocus onClick={done}>
            {t("window.endKeep")}
          </Button>
          <Button kind="danger" busy={busy} onClick={() => void end()}>
            {t("window.end")}
          </Button>
        </>
      }
    >
      <div class="dialog__body">
        <p>{t("window.endText")}</p>
        <Problem text={problem} />
      </div>
    </Dialog>
  );
}
