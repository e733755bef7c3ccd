import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { plural, t } from "../i18n";
import type { Visibility } from "../net/wire";
import { Icon } from "../ui/Icon";
import "./composer.css";
import { readDraft, writeDraft } from "./drafts";

interface ComposerProps {
  /** The name of the text field: "Message to Lena Fischer". */
  label: string;
  /** Where the draft is kept, one for each chat and caller. */
  draft: string;
  onSend(text: string, visibility: Visibility): void;
  onTyping(): void;
  placeholder?: string;
  /** Agents may write internal notes. */
  mayNote?: boolean;
  /** Shows how Enter works, where there is room. */
  hint?: boolean;
  autoFocus?: boolean;
}

const LONGEST = 4_000;
const COUNTER_FROM = 400;
const ROWS = 8;
const VISIBLE = /[^\s\p{C}]/u;

/** Where a message is written. Enter sends, Shift + Enter breaks the line, Enter of an input method does neither. */
export function Composer(props: ComposerProps) {
  const { label, draft, onSend, onTyping, mayNote = false, hint = false } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => readDraft(draft));
  const [note, setNote] = useState(false);
  const internal = useId();
  const left = LONGEST - [...text].length;
  const sendable = VISIBLE.test(text) && left >= 0;

  useLayoutEffect(() => grow(field.current), [text]);
  useLayoutEffect(() => {
    if (props.autoFocus) field.current?.focus();
  }, []);

  const write = (next: string): void => {
    setText(next);
    writeDraft(draft, next);
  };
  const send = (): void => {
    if (!sendable) return;
    onSend(text.trim(), note ? "agents" : "everyone");
    write("");
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.isComposing || event.shiftKey || event.altKey) return;
    event.preventDefault();
    send();
  };

  return (
    <form
      class={note ? "composer composer--note" : "composer"}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div class="composer__box">
        {mayNote && (
          <p class={note ? "composer__internal" : "visually-hidden"} id={internal} role="status">
            {note && (
              <>
                <Icon name="eye-off" />
                {t("chat.internalOnly")}
              </>
            )}
          </p>
        )}
        <textarea
          class="composer__input"
          rows={1}
          dir="auto"
          ref={field}
          aria-label={label}
          aria-invalid={left < 0}
          aria-describedby={note ? internal : undefined}
          placeholder={note ? t("chat.notePlaceholder") : (props.placeholder ?? t("chat.placeholder"))}
          value={text}
          onInput={(event) => {
            write(event.currentTarget.value);
            if (!note) onTyping();
          }}
          onKeyDown={onKeyDown}
        />
        <div class="composer__bar">
          {mayNote && <NoteSwitch on={note} toggle={() => setNote(!note)} />}
          {hint && !note && <span class="composer__hint">{t("chat.composerHint")}</span>}
          <Counter left={left} />
          <button
            type="submit"
            class="icon-btn icon-btn--solid composer__send"
            aria-label={t(note ? "chat.sendNote" : "chat.send")}
            title={t(note ? "chat.sendNote" : "chat.send")}
            aria-disabled={!sendable}
          >
            <Icon name="send" />
          </button>
        </div>
      </div>
    </form>
  );
}

function NoteSwitch({ on, toggle }: { on: boolean; toggle: () => void }) {
  return (
    <button
      type="button"
      class="btn btn--ghost btn--sm composer__note"
      aria-pressed={on}
      title={t("chat.noteHint")}
      onClick={toggle}
    >
      <Icon name="note" />
      {t("chat.note")}
    </button>
  );
}

function Counter({ left }: { left: number }) {
  return (
    <span class={left < 0 ? "composer__count composer__count--over" : "composer__count"} role="status">
      {left <= COUNTER_FROM && (left < 0 ? plural("chat.over", -left) : plural("chat.left", left))}
    </span>
  );
}

/** As high as its text, at most eight lines. */
function grow(field: HTMLTextAreaElement | null): void {
  if (!field) return;
  field.style.blockSize = "auto";
  const line = Number.parseFloat(getComputedStyle(field).lineHeight) || 20;
  field.style.blockSize = `${Math.min(field.scrollHeight, line * ROWS + 12)}px`;
}
