import { useState } from "preact/hooks";
import { readDraft, writeDraft } from "../chat/drafts";
import { plural, t } from "../i18n";
import { explain, explainField } from "../i18n/errors";
import { ApiError } from "../net/api";
import type { DeskChannel } from "../net/wire";
import { describedBy, Field } from "../ui/Field";
import { Icon } from "../ui/Icon";
import { PresenceMark } from "../ui/PresenceMark";

/** A field's text that survives a reload, as long as the tab lives. */
export function useDraft(name: string): [string, (text: string) => void] {
  const [text, setText] = useState(() => readDraft(name));
  const set = (next: string): void => {
    setText(next);
    writeDraft(name, next);
  };
  return [text, set];
}

interface ChannelFieldProps {
  channels: readonly DeskChannel[];
  value: string | undefined;
  set(id: string): void;
}

/** Only asked where there is a choice. */
export function ChannelField({ channels, value, set }: ChannelFieldProps) {
  const chosen = channels.find((channel) => channel.id === value);
  if (channels.length < 2) return null;
  return (
    <div class="field">
      <label class="field__label" for="start-channel">
        {t("window.about")}
      </label>
      <select
        class="select select--lg"
        id="start-channel"
        value={value}
        aria-describedby="start-channel-hint"
        onChange={(event) => set(event.currentTarget.value)}
      >
        {channels.map((channel) => (
          <option key={channel.id} value={channel.id}>
            {channel.online ? channel.name : `${channel.name} (${t("window.notOffered")})`}
          </option>
        ))}
      </select>
      {chosen && (
        <p class="field__hint row" id="start-channel-hint">
          <PresenceMark presence={chosen.online ? "available" : "away"} size="sm" />
          {t(chosen.online ? "window.channelOnline" : "window.channelAway")}
        </p>
      )}
    </div>
  );
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
export function KeepsLine({
  days,
  privacyUrl,
}: {
  days: number | undefined;
  privacyUrl: string | undefined;
}) {
  if (!days && !privacyUrl) return null;
  return (
    <p class="field__hint">
      {days && `${plural("window.keeps", days)} `}
      {privacyUrl && (
        <a href={privacyUrl} target="_blank" rel="noopener">
          {t("window.privacy")}
        </a>
      )}
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

/** What the server said, at the field it is about. */
export function errorsOf(error: unknown): StartErrors {
  if (!(error instanceof ApiError)) return { general: explain(error) };
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
