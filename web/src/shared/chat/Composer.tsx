import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { t } from "../i18n";
import type { Visibility } from "../net/wire";
import {
  nextOpen,
  openParts,
  replaced,
  type Choice,
  type Edited,
  type Source,
  type Token,
} from "./completion";
import { CompletionList } from "./CompletionList";
import { ComposerBar } from "./ComposerBar";
import { Internal, KindSwitch, TooLong, Unfilled } from "./ComposerParts";
import { sends } from "./composerKeys";
import type { Drafts } from "./drafts";
import { emojiSource } from "./emoji/source";
import { useCompletion } from "./useCompletion";

interface ComposerProps {
  /** The name of the text field: "Message to Lena Fischer". */
  label: string;
  chat: string;
  drafts: Drafts;
  onSend(text: string, visibility: Visibility): void;
  onTyping(): void;
  placeholder?: string;
  /** Agents may write internal notes. */
  mayNote?: boolean;
  /** There is room: shows how Enter works, and the word on the button. */
  hint?: boolean;
  autoFocus?: boolean;
  /** If not, Enter breaks the line and Ctrl or Cmd + Enter sends. */
  enterSends?: boolean;
  /** Canned replies, opened by a slash. */
  replies?: Source;
  /** Colleagues who may be mentioned, in notes only. */
  mentions?: Source;
  /** Stands above the buttons, as the offer to invite somebody. */
  children?: ComponentChildren;
}

export const LONGEST = 4_000;
const ROWS = 8;
const VISIBLE = /[^\s\p{C}]/u;

/** Where a message is written. The draft is the text: what another device wrote appears here. */
export function Composer(props: ComposerProps) {
  const { label, chat, drafts, onSend, onTyping, mayNote = false, enterSends = true } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const selection = useRef<Edited | undefined>(undefined);
  const [caret, setCaret] = useState<number | undefined>(undefined);
  const [noteChosen, setNoteChosen] = useState(false);
  const [stopped, setStopped] = useState(false);
  const ids = useId();
  const draft = drafts.find(chat);
  const text = draft?.text ?? "";
  // A note that was begun comes back as a note; everything else starts as a public reply.
  const note = mayNote && (draft ? draft.visibility === "agents" : noteChosen);
  const visibility: Visibility = note ? "agents" : "everyone";
  const left = LONGEST - [...text].length;
  const sendable = VISIBLE.test(text) && left >= 0;
  const open = props.replies ? nextOpen(text, 0) : undefined;

  useLayoutEffect(() => {
    grow(field.current);
    const wanted = selection.current;
    selection.current = undefined;
    if (wanted?.text !== text) return;
    field.current?.focus();
    field.current?.setSelectionRange(wanted.from, wanted.to);
  }, [text]);
  useLayoutEffect(() => {
    if (props.autoFocus) field.current?.focus();
  }, []);

  const write = (next: string): void => {
    setNoteChosen(note);
    setStopped(false);
    drafts.write(chat, { text: next, visibility });
  };
  const edit = (edited: Edited): void => {
    selection.current = edited;
    setCaret(undefined);
    write(edited.text);
  };
  const switchTo = (toNote: boolean): void => {
    setNoteChosen(toNote);
    if (draft) drafts.write(chat, { text, visibility: toNote ? "agents" : "everyone" });
    field.current?.focus();
  };
  const goTo = (place: { from: number; to: number }): void => {
    field.current?.focus();
    field.current?.setSelectionRange(place.from, place.to);
  };
  const send = (): void => {
    if (!sendable) return;
    if (open) {
      setStopped(true);
      return goTo(open);
    }
    onSend(text.trim(), visibility);
    write("");
    field.current?.focus();
  };
  const accept = (choice: Choice, token: Token): void => {
    choice.chosen?.();
    edit(replaced(text, token.start, token.end, choice.insert));
  };
  const insert = (words: string): Edited => {
    const { selectionStart: from = text.length, selectionEnd: to = text.length } = field.current ?? {};
    const edited = replaced(text, from, to, words);
    edit(edited);
    return edited;
  };
  /** Types the sign that opens a list, as if by hand. */
  const ask = (sign: string): void =>
    setCaret(insert(text === "" || /\s$/u.test(text) ? sign : ` ${sign}`).to);
  const sources = [note ? props.mentions : undefined, props.replies, emojiSource].filter((each) => !!each);
  const completion = useCompletion({ sources, text, caret, accept });
  const { list } = completion;
  const watchCaret = (at: HTMLTextAreaElement): void =>
    setCaret(at.selectionStart === at.selectionEnd ? at.selectionStart : undefined);
  const listId = `${ids}-list`;

  return (
    <form
      class={note ? "composer composer--note" : "composer"}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {list && (
        <CompletionList id={listId} completion={list} accept={(choice) => accept(choice, list.token)} />
      )}
      <div class="composer__box">
        {mayNote && <KindSwitch note={note} choose={switchTo} />}
        {mayNote && <Internal id={`${ids}-kind`} note={note} />}
        <div class="composer__text">
          {open && <Marks text={text} field={field.current} />}
          <textarea
            class="composer__input"
            rows={1}
            dir="auto"
            ref={field}
            aria-label={label}
            aria-invalid={left < 0}
            aria-describedby={
              [note && `${ids}-kind`, left < 0 && `${ids}-long`].filter(Boolean).join(" ") || undefined
            }
            aria-autocomplete="list"
            aria-controls={list ? listId : undefined}
            aria-activedescendant={list ? `${listId}-${list.active}` : undefined}
            placeholder={note ? t("chat.notePlaceholder") : (props.placeholder ?? t("chat.placeholder"))}
            value={text}
            onInput={(event) => {
              write(event.currentTarget.value);
              watchCaret(event.currentTarget);
              if (!note) onTyping();
            }}
            onKeyUp={(event) => watchCaret(event.currentTarget)}
            onClick={(event) => watchCaret(event.currentTarget)}
            onBlur={() => setCaret(undefined)}
            onKeyDown={(event) => {
              if (completion.pressed(event) || !sends(event, enterSends)) return;
              event.preventDefault();
              send();
            }}
          />
        </div>
        {open && <Unfilled stopped={stopped} next={() => goTo(nextOpen(text, caret ?? 0) ?? open)} />}
        {left < 0 && <TooLong id={`${ids}-long`} most={LONGEST} />}
        {props.children}
        <ComposerBar
          note={note}
          roomy={props.hint ?? false}
          enterSends={enterSends}
          left={left}
          sendable={sendable}
          insert={insert}
          openReplies={props.replies && (() => ask("/"))}
        />
      </div>
    </form>
  );
}

/** Draws under the text what a canned reply left open; the field itself cannot mark words. */
function Marks({ text, field }: { text: string; field: HTMLTextAreaElement | null }) {
  const under = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!field) return;
    const follow = () => void (under.current && (under.current.scrollTop = field.scrollTop));
    follow();
    field.addEventListener("scroll", follow, { passive: true });
    return () => field.removeEventListener("scroll", follow);
  }, [field, text]);
  return (
    <div class="composer__marks" aria-hidden="true" ref={under}>
      {openParts(text).map((part, index) => (part.open ? <mark key={index}>{part.text}</mark> : part.text))}
    </div>
  );
}

/** As high as its text, at most eight lines. */
function grow(field: HTMLTextAreaElement | null): void {
  if (!field) return;
  field.style.blockSize = "auto";
  const line = Number.parseFloat(getComputedStyle(field).lineHeight) || 20;
  field.style.blockSize = `${Math.min(field.scrollHeight, line * ROWS + 12)}px`;
}
