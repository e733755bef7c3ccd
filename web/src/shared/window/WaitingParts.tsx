import { useState } from "preact/hooks";
import type { ChatState } from "../chat/chatState";
import type { ParleyClient } from "../chat/client";
import { plural, t } from "../i18n";
import { explain } from "../i18n/errors";
import type { Waiting } from "../net/wire";
import { Button } from "../ui/Button";
import { Icon } from "../ui/Icon";
import { Problem } from "./startFields";
import { useWaiting } from "./waiting";

const ROUND = 2 * Math.PI * 38;
const WHILE_UNKNOWN = 0.3;
const LONGEST_SAID = 60;

interface WaitingProps {
  client: ParleyClient;
  state: ChatState;
}

/** Where one stands in line and how long it usually takes, as far as the channel shows it. */
export function WaitingHead({ client, state }: WaitingProps) {
  const place = useWaiting(client, state);
  const position = place?.position;
  const note = place && waitText(place);
  return (
    <div class="queue queue--place">
      <span class="queue__ring" aria-hidden="true">
        <Ring part={place ? share(place) : WHILE_UNKNOWN} />
        {position ? <span class="queue__pos num">{position}</span> : <Icon name="hourglass" size="xl" />}
      </span>
      <div role="status">
        <p class="queue__title">{position ? positionText(position) : t("window.waiting")}</p>
        {note && <p class="queue__note">{note}</p>}
      </div>
    </div>
  );
}

function Ring({ part }: { part: number }) {
  return (
    <svg viewBox="0 0 84 84">
      <circle class="queue__track" cx="42" cy="42" r="38" />
      <circle class="queue__arc" cx="42" cy="42" r="38" stroke-dasharray={`${part * ROUND} ${ROUND}`} />
    </svg>
  );
}

/** How much of the usual time has passed; never all of it, for it is not over yet. */
function share({ waitedSeconds, typicalSeconds }: Waiting): number {
  if (!typicalSeconds) return WHILE_UNKNOWN;
  return Math.min(0.95, Math.max(0.05, waitedSeconds / typicalSeconds));
}

function positionText(position: number): string {
  return position === 1 ? t("chat.nextInLine") : t("chat.placeInLine", { position });
}

/** An estimate that has turned out wrong is not told any longer. */
export function waitText({ waitedSeconds, typicalSeconds }: Waiting): string | undefined {
  if (typicalSeconds === undefined) return undefined;
  if (waitedSeconds > typicalSeconds + 30) return t("chat.longerThanUsual");
  const minutes = Math.max(1, Math.round(typicalSeconds / 60));
  return minutes > LONGEST_SAID ? t("chat.typicalLong") : plural("chat.typicalWait", minutes);
}

export function WaitingFoot({ client, state }: WaitingProps) {
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
