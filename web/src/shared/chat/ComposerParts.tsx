import { useEffect, useRef } from "preact/hooks";
import { plural, t } from "../i18n";
import { Icon } from "../ui/Icon";

/** Public reply or internal note; pressing the note again goes back to the reply. */
export function KindSwitch({ note, choose }: { note: boolean; choose: (note: boolean) => void }) {
  return (
    <div class="composer__kind" role="group" aria-label={t("chat.kind")}>
      <button type="button" class="btn btn--ghost" aria-pressed={!note} onClick={() => choose(false)}>
        {t("chat.publicReply")}
      </button>
      <button
        type="button"
        class="btn btn--ghost composer__note"
        aria-pressed={note}
        title={t("chat.noteHint")}
        onClick={() => choose(!note)}
      >
        <Icon name="note" />
        {t("chat.note")}
      </button>
    </div>
  );
}

/** Says who will read this; switching is announced either way, opening a chat is not. */
export function Internal({ id, note }: { id: string; note: boolean }) {
  const before = useRef(note);
  const switched = useRef(false);
  switched.current ||= before.current !== note;
  useEffect(() => void (before.current = note), [note]);
  return (
    <p class={note ? "composer__internal" : "visually-hidden"} id={id} role="status">
      {note && (
        <>
          <Icon name="eye-off" />
          {t("chat.internalOnly")}
        </>
      )}
      {!note && switched.current && t("chat.publicAgain")}
    </p>
  );
}

/** What a canned reply left open, before it goes out as it is. */
export function Unfilled({ stopped, next }: { stopped: boolean; next: () => void }) {
  return (
    <p class={stopped ? "composer__line composer__line--wrong" : "composer__line"} role="status">
      {t(stopped ? "chat.fillInFirst" : "chat.fillIn")}
      <button type="button" class="btn btn--ghost btn--sm" onClick={next}>
        {t("chat.fillInNext")}
      </button>
    </p>
  );
}

export function TooLong({ id, most }: { id: string; most: number }) {
  return (
    <p class="composer__line composer__line--wrong" id={id} role="alert">
      {plural("chat.tooLong", most)}
    </p>
  );
}
