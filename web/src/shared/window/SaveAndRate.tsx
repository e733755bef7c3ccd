import { useState } from "preact/hooks";
import type { ChatState } from "../chat/chatState";
import type { ParleyClient } from "../chat/client";
import { locale, t } from "../i18n";
import { explain } from "../i18n/errors";
import { Icon } from "../ui/Icon";
import { timeZone } from "../ui/time";
import { keep, saved } from "./keep";
import { Rating } from "./Rating";
import { Problem } from "./startFields";

interface SaveProps {
  client: ParleyClient;
  state: ChatState;
}

/** What can be done with a conversation that is over. */
export function SaveAndRate({ client, state, heading: Heading }: SaveProps & { heading: "h2" | "h3" }) {
  return (
    <>
      <Heading class="closed__title" tabIndex={-1} data-closed>
        {t("chat.save")}
      </Heading>
      <Download client={client} state={state} />
      <Rating client={client} state={state} />
    </>
  );
}

function Download({ client, state }: SaveProps) {
  const [busy, setBusy] = useState(false);
  const [kept, setKept] = useState("");
  const [problem, setProblem] = useState("");
  const download = async (): Promise<void> => {
    setBusy(true);
    setProblem("");
    try {
      const { timeZone: own } = Intl.DateTimeFormat().resolvedOptions();
      const how = new URLSearchParams({
        format: "text",
        locale: locale.value,
        timeZone: timeZone.value ?? own,
      });
      const file = await client.api.file(`/chats/${state.id}/transcript?${how.toString()}`);
      setKept(keep(file, `${state.id}.txt`));
      saved.value = { chat: state.id, as: "text" };
    } catch (error) {
      setProblem(explain(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <button
        type="button"
        class="save__row"
        aria-busy={busy}
        onClick={() => {
          if (!busy) void download();
        }}
      >
        <span class="save__icon">
          <Icon name="download" />
        </span>
        <span class="stack">
          <b>{t("chat.downloadText")}</b>
          <small class="truncate" role="status">
            {kept ? t("chat.downloaded", { name: kept }) : t("chat.downloadHint")}
          </small>
        </span>
        {kept && <Icon name="check" />}
      </button>
      <Problem text={problem} />
    </>
  );
}
