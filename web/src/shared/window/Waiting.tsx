import { useState } from "preact/hooks";
import type { ChatState } from "../chat/chatState";
import type { ParleyClient } from "../chat/client";
import { t } from "../i18n";
import { explain } from "../i18n/errors";
import { Button } from "../ui/Button";
import { Icon } from "../ui/Icon";
import { Problem } from "./startFields";

export function WaitingHead() {
  return (
    <div class="queue" role="status">
      <span class="queue__ring">
        <Icon name="hourglass" size="xl" />
      </span>
      <p class="queue__title">{t("window.waiting")}</p>
      <p class="queue__note">{t("window.waitingNote")}</p>
    </div>
  );
}

export function WaitingFoot({ client, state }: { client: ParleyClient; state: ChatState }) {
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  const cancel = async (): Promise<void> => {
    setBusy(true);
    setProblem("");
    try {
      await client.chats.change(state.id, "withdraw");
    } catch (error) {
      setProblem(explain(error));
    } finally {
      setBusy(false);
    }
  };
  if (!state.chat.value.my.may.includes("withdraw")) return null;
  return (
    <div class="widget__foot">
      <Problem text={problem} />
      <Button kind="ghost" size="sm" busy={busy} onClick={() => void cancel()}>
        {t("window.cancelRequest")}
      </Button>
    </div>
  );
}
