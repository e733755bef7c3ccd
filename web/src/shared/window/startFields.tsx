import { useState } from "preact/hooks";
import { readDraft, writeDraft } from "../chat/fieldDrafts";
import { plural, t } from "../i18n";
import { explain, explainField } from "../i18n/errors";
import { ApiError } from "../net/api";
import type { Desk } from "../net/wire";
import { describedBy, Field } from "../ui/Field";
import { Icon } from "../ui/Icon";

/** A field's text that survives a reload, as long as the tab lives. */
export function useDraft(name: string): [string, (text: string) => void] {
  const [text, setText] = useState(() => readDraft(name));
  const set = (next: string): void => {
    setText(next);
    writeDraft(name, next);
  };
  return [text, set];
}

interface MessageFieldProps {
  value: string;
  set(text: string): void;
  error?: string | undefined;
}

export function MessageField({ value, set, error }: MessageFieldProps) {
  return (
    <div class="grow">
      <Field id="start-message" label={t("window.message")} error={error} required>
        <textarea
          class="textarea"
          id="start-message"
          rows={4}
          dir="auto"
          required
          value={value}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy("start-message", undefined, error)}
          onInput={(event) => set(event.currentTarget.value)}
        />
      </Field>
    </div>
  );
}

export function Problem({ text }: { text: string }) {
  if (text === "") return null;
  return (
    <div class="banner banner--danger" role="alert">
      <Icon name="alert-circle" />
      {text}
    </div>
  );
}

/** Says only what the desk has told. */
export function PrivacyLine({ desk }: { desk: Desk | undefined }) {
  const said = desk?.texts.privacy ?? (desk?.keepsDays ? plural("window.keeps", desk.keepsDays) : "");
  if (!said && !desk?.privacyUrl) return null;
  return (
    <p class="field__hint" dir="auto">
      {said && `${said} `}
      {desk?.privacyUrl && (
        <a href={desk.privacyUrl} target="_blank" rel="noopener">
          {t("window.privacy")}
        </a>
      )}
    </p>
  );
}

/** On somebody else's page: which one the agent will see. */
export function PageNote({ title }: { title: string | undefined }) {
  if (!title) return null;
  return (
    <p class="page-note">
      <Icon name="globe" />
      <span>
        {t("window.agentSeesPage")} <b dir="auto">{title}</b>
      </span>
    </p>
  );
}

const LONGEST_MESSAGE = 4_000;
const LONGEST_NAME = 64;

export interface StartErrors {
  name?: string;
  email?: string;
  text?: string;
  general?: string;
  /** Nobody was there any more when the text was sent. */
  gone?: boolean;
}

export function checkText(text: string): StartErrors {
  const points = [...text].length;
  if (text.trim() === "") return { text: t("window.messageMissing") };
  return points > LONGEST_MESSAGE ? { text: plural("chat.over", points - LONGEST_MESSAGE) } : {};
}

export function checkName(name: string): StartErrors {
  if (name.trim() === "") return { name: t("window.nameMissing") };
  return [...name.trim()].length > LONGEST_NAME ? { name: t("common.tooLong") } : {};
}

/** Where an answer by email is all there is, there must be an address. */
export function checkEmail(email: string, required: boolean): StartErrors {
  return required && email.trim() === "" ? { email: t("window.emailMissing") } : {};
}

/** What the server said, at the field it is about. */
export function errorsOf(error: unknown): StartErrors {
  if (!(error instanceof ApiError)) return { general: explain(error) };
  if (error.code === "not_available") return { gone: true };
  const { name, email, text } = error.fields;
  if (!name && !email && !text) return { general: explain(error) };
  return {
    ...(name ? { name: explainField(name) } : {}),
    ...(email ? { email: explainField(email) } : {}),
    ...(text ? { text: explainField(text) } : {}),
  };
}

/** The first field with an error takes the focus. */
export function focusFirstError(form: HTMLFormElement): void {
  requestAnimationFrame(() => form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
}
