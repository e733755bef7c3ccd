import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { plural, t } from "../../shared/i18n";
import { newId } from "../../shared/net/ids";
import type { Chat, Person } from "../../shared/net/wire";
import { Avatar } from "../../shared/ui/Avatar";
import { Button } from "../../shared/ui/Button";
import { Dialog } from "../../shared/ui/Dialog";
import { describedBy, Field } from "../../shared/ui/Field";
import { PresenceLabel } from "../../shared/ui/PresenceMark";
import { useDesk } from "../state/desk";
import { Problem } from "./Problem";

const LONGEST = 4_000;

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
  const text = useSignal("");
  const sure = useSignal(true);
  const tried = useSignal(false);
  const busy = useSignal(false);
  const failure = useSignal<unknown>(undefined);
  const left = LONGEST - [...text.value].length;
  const row = desk.people.presence(to.id);
  const create = async () => {
    tried.value = true;
    if (text.value.trim() === "" || left < 0) return document.getElementById("first-message")?.focus();
    busy.value = true;
    failure.value = undefined;
    try {
      const state = await desk.chats.start({ id, to: to.id, text: text.value.trim(), ...going(continues) });
      close();
      desk.toasts.add({
        kind: "success",
        title: t("requestChat.sent"),
        text: t("requestChat.sentText", { name: to.name }),
      });
      desk.showChat(state.id);
    } catch (error) {
      failure.value = error;
    } finally {
      busy.value = false;
    }
  };
  const cancel = () => {
    if (text.value.trim() !== "" && sure.value) sure.value = false;
    else close();
  };
  const missing = tried.value && text.value.trim() === "" ? t("common.required") : undefined;
  const wrong = left < 0 ? t("error.too_long") : missing;
  return (
    <Dialog
      title={t(continues ? "menu.reopen" : "requestChat.title")}
      sub={t("requestChat.sub", { name: to.name })}
      onClose={cancel}
      footer={
        <>
          {!sure.value && (
            <span class="tiny" role="alert">
              {t("requestChat.discard")}
            </span>
          )}
          <Button class="push" onClick={cancel}>
            {sure.value ? t("common.cancel") : t("requestChat.discardYes")}
          </Button>
          <Button kind="primary" type="submit" form="request-chat" busy={busy.value}>
            {t("requestChat.create")}
          </Button>
        </>
      }
    >
      <form
        class="dialog__body dialog__form"
        id="request-chat"
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        <Problem error={failure.value} />
        <div class="to">
          <Avatar person={to} size="md" />
          <div class="stack">
            <span class="strong">{to.name}</span>
            <span class="tiny muted">{row?.company ?? t(`person.${to.kind}`)}</span>
          </div>
          {row && (
            <span class="push">
              <PresenceLabel presence={row.presence} />
            </span>
          )}
        </div>
        <Field
          id="first-message"
          label={t("requestChat.message")}
          hint={plural("chat.left", Math.max(0, left))}
          error={wrong}
          required
        >
          <textarea
            class="textarea"
            id="first-message"
            rows={5}
            dir="auto"
            value={text.value}
            aria-invalid={wrong ? true : undefined}
            aria-describedby={describedBy("first-message", "hint", wrong)}
            onInput={(event) => {
              text.value = event.currentTarget.value;
              sure.value = true;
            }}
            onKeyDown={(event) => {
              if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.isComposing)
                void create();
            }}
          />
        </Field>
        <p class="field__hint">{t("requestChat.keys")}</p>
      </form>
    </Dialog>
  );
}

/** It stays in its channel; chats of agents have none to choose. */
function going(on: Chat | undefined): { continues?: string; channel?: string } {
  if (!on) return {};
  return on.direction === "agent_agent" ? { continues: on.id } : { continues: on.id, channel: on.channel.id };
}
