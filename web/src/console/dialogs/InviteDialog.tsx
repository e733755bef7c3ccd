import { useSignal } from "@preact/signals";
import type { ChatState } from "../../shared/chat/chatState";
import { t } from "../../shared/i18n";
import type { Level, Presence } from "../../shared/net/wire";
import { Avatar } from "../../shared/ui/Avatar";
import { Button } from "../../shared/ui/Button";
import { Dialog } from "../../shared/ui/Dialog";
import { Field } from "../../shared/ui/Field";
import { PresenceLabel } from "../../shared/ui/PresenceMark";
import { useDesk } from "../state/desk";
import { Problem } from "./Problem";
import { useAnswer } from "./useAnswer";

type Invitable = Presence & { level: Level };

/** Asks a colleague into the chat, with a note that only agents see. */
export function InviteDialog({ state, close }: { state: ChatState; close: () => void }) {
  const desk = useDesk();
  const { data, error } = useAnswer(() =>
    desk.client.api.get<{ agents: Invitable[] }>(`/chats/${state.id}/invitable`),
  );
  const chosen = useSignal("");
  const note = useSignal("");
  const tried = useSignal(false);
  const busy = useSignal(false);
  const failure = useSignal<unknown>(undefined);
  const invite = async (event: SubmitEvent) => {
    event.preventDefault();
    tried.value = true;
    if (chosen.value === "") return;
    busy.value = true;
    failure.value = undefined;
    try {
      const text = note.value.trim();
      await desk.chats.change(state.id, "invite", { agent: chosen.value, ...(text ? { note: text } : {}) });
      close();
      desk.toasts.add({ kind: "success", title: t("invite.sent") });
    } catch (reason) {
      failure.value = reason;
    } finally {
      busy.value = false;
    }
  };
  const agents = data.value?.agents ?? [];
  return (
    <Dialog
      title={t("invite.title")}
      sub={t("invite.sub")}
      onClose={close}
      footer={
        <>
          <Button class="push" onClick={close}>
            {t("common.cancel")}
          </Button>
          <Button kind="primary" type="submit" form="invite" busy={busy.value} disabled={agents.length === 0}>
            {t("invite.submit")}
          </Button>
        </>
      }
    >
      <form class="dialog__body dialog__form" id="invite" onSubmit={(event) => void invite(event)}>
        <Problem error={failure.value ?? error.value} />
        {data.value && agents.length === 0 && <p class="empty">{t("invite.nobody")}</p>}
        {agents.length > 0 && (
          <fieldset class="invitable">
            <legend class="field__label">{t("invite.who")}</legend>
            {agents.map((agent) => (
              <InvitableAgent
                key={agent.id}
                agent={agent}
                chosen={chosen.value === agent.id}
                choose={() => (chosen.value = agent.id)}
              />
            ))}
          </fieldset>
        )}
        {tried.value && chosen.value === "" && (
          <p class="field__error" role="alert">
            {t("invite.choose")}
          </p>
        )}
        <Field id="invite-note" label={t("invite.note")} hint={t("invite.noteHint")}>
          <textarea
            class="textarea"
            id="invite-note"
            rows={2}
            dir="auto"
            maxLength={1000}
            aria-describedby="invite-note-hint"
            value={note.value}
            onInput={(event) => (note.value = event.currentTarget.value)}
          />
        </Field>
      </form>
    </Dialog>
  );
}

function InvitableAgent({
  agent,
  chosen,
  choose,
}: {
  agent: Invitable;
  chosen: boolean;
  choose: () => void;
}) {
  return (
    <label class="invitable__agent">
      <input class="radio" type="radio" name="agent" checked={chosen} onChange={choose} />
      <Avatar person={agent} size="sm" />
      <span class="truncate">{agent.name}</span>
      <span class="tiny muted">{t(`chat.level.${agent.level}`)}</span>
      <PresenceLabel presence={agent.presence} />
    </label>
  );
}
