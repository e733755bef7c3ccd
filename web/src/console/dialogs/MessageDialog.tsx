import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { plural, t } from "../../shared/i18n";
import { Button } from "../../shared/ui/Button";
import { Dialog } from "../../shared/ui/Dialog";
import { describedBy, Field } from "../../shared/ui/Field";
import { Problem } from "./Problem";

const LONGEST = 4_000;

interface MessageDialogProps {
  /** Of the form, unique on the page. */
  id: string;
  title: string;
  sub: string;
  label: string;
  submit: string;
  keys: string;
  /** What it fails with is shown, and the text stays. */
  send: (text: string) => Promise<void>;
  close: () => void;
  children: ComponentChildren;
}

/** A text to one person, as long as a message may be. Words are not thrown away without asking. */
export function MessageDialog({ id, title, sub, submit, close, children, ...form }: MessageDialogProps) {
  const field = `${id}-text`;
  const text = useSignal("");
  const sure = useSignal(true);
  const tried = useSignal(false);
  const busy = useSignal(false);
  const failure = useSignal<unknown>(undefined);
  const empty = text.value.trim() === "";
  const left = LONGEST - [...text.value].length;
  const send = async () => {
    tried.value = true;
    if (empty || left < 0) return document.getElementById(field)?.focus();
    if (busy.value) return;
    busy.value = true;
    failure.value = undefined;
    try {
      await form.send(text.value.trim());
    } catch (error) {
      failure.value = error;
    } finally {
      busy.value = false;
    }
  };
  const cancel = () => {
    if (!empty && sure.value) sure.value = false;
    else close();
  };
  const wrong = left < 0 ? t("error.too_long") : tried.value && empty ? t("common.required") : undefined;
  return (
    <Dialog
      title={title}
      sub={sub}
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
          <Button kind="primary" type="submit" form={id} busy={busy.value}>
            {submit}
          </Button>
        </>
      }
    >
      <form
        class="dialog__body dialog__form"
        id={id}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Problem error={failure.value} />
        {children}
        <Field
          id={field}
          label={form.label}
          hint={plural("chat.left", Math.max(0, left))}
          error={wrong}
          required
        >
          <textarea
            class="textarea"
            id={field}
            rows={5}
            dir="auto"
            value={text.value}
            aria-invalid={wrong ? true : undefined}
            aria-describedby={describedBy(field, "hint", wrong)}
            onInput={(event) => {
              text.value = event.currentTarget.value;
              sure.value = true;
            }}
            onKeyDown={(event) => {
              if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.isComposing)
                void send();
            }}
          />
        </Field>
        <p class="field__hint">{form.keys}</p>
      </form>
    </Dialog>
  );
}
