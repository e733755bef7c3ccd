import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { PLACEHOLDERS } from "../../shared/chat/completion";
import { t } from "../../shared/i18n";
import { explainField } from "../../shared/i18n/errors";
import { ApiError } from "../../shared/net/api";
import { Button } from "../../shared/ui/Button";
import { Dialog } from "../../shared/ui/Dialog";
import { describedBy, Field, TextField } from "../../shared/ui/Field";
import { Problem } from "../dialogs/Problem";
import { useAnswer } from "../dialogs/useAnswer";
import type { CannedReply, Scope } from "../state/cannedReplies";
import { useDesk } from "../state/desk";
import type { OwnChannel } from "./preferenceForm";

interface ReplyFormProps {
  /** Nothing for a new one. */
  reply: CannedReply | undefined;
  close(): void;
}

/** Writes a canned reply. For whom it is can be chosen once, when it is made. */
export function ReplyForm({ reply, close }: ReplyFormProps) {
  const desk = useDesk();
  const code = useSignal(reply?.code ?? "");
  const text = useSignal(reply?.text ?? "");
  const scope = useSignal<Scope>("own");
  const channel = useSignal("");
  const busy = useSignal(false);
  const failure = useSignal<unknown>(undefined);
  const area = useRef<HTMLTextAreaElement>(null);
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    busy.value = true;
    failure.value = undefined;
    const words = { code: code.value.trim().replace(/^\//, ""), text: text.value };
    const target = scope.value === "channel" ? { channel: channel.value } : {};
    try {
      if (reply) await desk.replies.change(reply.id, words);
      else await desk.replies.create({ ...words, scope: scope.value, ...target });
      desk.toasts.add({ kind: "success", title: t("canned.saved") });
      close();
    } catch (error) {
      failure.value = error;
    } finally {
      busy.value = false;
    }
  };
  const insert = (name: string) => {
    const { selectionStart = text.value.length, selectionEnd = text.value.length } = area.current ?? {};
    const word = `{{${name}}}`;
    text.value = text.value.slice(0, selectionStart) + word + text.value.slice(selectionEnd);
    area.current?.focus();
  };
  const fields = failure.value instanceof ApiError ? failure.value.fields : {};
  const wrongCode =
    fields["code"] && (fields["code"] === "taken" ? t("canned.taken") : explainField(fields["code"]));
  const wrongText = fields["text"] && explainField(fields["text"]);
  return (
    <Dialog
      title={reply ? t("canned.editOf", { code: reply.code }) : t("canned.new")}
      width={560}
      onClose={close}
      footer={
        <>
          <Button class="push" onClick={close}>
            {t("common.cancel")}
          </Button>
          <Button kind="primary" type="submit" form="canned-form" busy={busy.value}>
            {t("mine.save")}
          </Button>
        </>
      }
    >
      <form class="dialog__body dialog__form" id="canned-form" onSubmit={(event) => void save(event)}>
        {!wrongCode && !wrongText && <Problem error={failure.value} />}
        <TextField
          id="canned-code"
          label={t("canned.code")}
          hint={t("canned.codeHint")}
          required
          maxLength={33}
          dir="ltr"
          value={code.value}
          set={(value) => (code.value = value)}
          error={wrongCode}
        />
        <Field id="canned-text" label={t("canned.text")} required error={wrongText}>
          <textarea
            class="textarea"
            id="canned-text"
            ref={area}
            rows={5}
            dir="auto"
            required
            aria-describedby={describedBy("canned-text", undefined, wrongText)}
            aria-invalid={wrongText ? true : undefined}
            value={text.value}
            onInput={(event) => (text.value = event.currentTarget.value)}
          />
        </Field>
        <div class="replies__placeholders" role="group" aria-label={t("canned.placeholders")}>
          {PLACEHOLDERS.map((name) => (
            <Button key={name} size="sm" kind="soft" onClick={() => insert(name)}>
              {t(`canned.p.${name}`)}
            </Button>
          ))}
        </div>
        {!reply && (
          <ScopeFields
            scope={scope.value}
            choose={(next) => (scope.value = next)}
            channel={channel.value}
            chooseChannel={(id) => (channel.value = id)}
          />
        )}
      </form>
    </Dialog>
  );
}

interface ScopeFieldsProps {
  scope: Scope;
  choose(scope: Scope): void;
  channel: string;
  chooseChannel(id: string): void;
}

/** Only what this agent may make: for a channel its owners, for all the administrators. */
function ScopeFields({ scope, choose, channel, chooseChannel }: ScopeFieldsProps) {
  const desk = useDesk();
  const { data } = useAnswer(() => desk.client.api.get<{ channels: OwnChannel[] }>("/me/channels"));
  const channels = data.value?.channels ?? [];
  const scopes: Scope[] = ["own"];
  if (channels.length > 0) scopes.push("channel");
  if (desk.me.value.admin) scopes.push("global");
  return (
    <>
      <Field id="canned-scope" label={t("canned.scope")}>
        <select
          class="select"
          id="canned-scope"
          value={scope}
          onChange={(event) => choose(event.currentTarget.value as Scope)}
        >
          {scopes.map((each) => (
            <option key={each} value={each}>
              {t(`canned.scope.${each}`)}
            </option>
          ))}
        </select>
      </Field>
      {scope === "channel" && (
        <Field id="canned-channel" label={t("canned.channel")} required>
          <select
            class="select"
            id="canned-channel"
            required
            value={channel}
            onChange={(event) => chooseChannel(event.currentTarget.value)}
          >
            <option value="">{t("channel.choose")}</option>
            {channels.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </Field>
      )}
    </>
  );
}
