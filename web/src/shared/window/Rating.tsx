import { useEffect, useRef, useState } from "preact/hooks";
import type { ChatState } from "../chat/chatState";
import type { ParleyClient } from "../chat/client";
import { t } from "../i18n";
import { explain } from "../i18n/errors";
import { Button } from "../ui/Button";
import { Icon } from "../ui/Icon";
import { MOST_STARS, Stars, starsText } from "../ui/Stars";
import { serverTime } from "../ui/time";
import { Problem } from "./startFields";

const LONGEST_COMMENT = 1_000;

interface RatingProps {
  client: ParleyClient;
  state: ChatState;
}

/** What one thought of the conversation: asked once, and shown afterwards. */
export function Rating({ client, state }: RatingProps) {
  const { rating, my } = state.chat.value;
  const [changing, setChanging] = useState(false);
  const [sent, setSent] = useState(false);
  if (!my.may.includes("rate")) return null;
  if (rating && !changing) return <Thanks state={state} takesFocus={sent} change={() => setChanging(true)} />;
  return (
    <RatingForm client={client} state={state} begin={() => setSent(true)} done={() => setChanging(false)} />
  );
}

interface RatingFormProps extends RatingProps {
  begin(): void;
  done(): void;
}

function RatingForm({ client, state, begin, done }: RatingFormProps) {
  const before = state.chat.value.rating;
  const [score, setScore] = useState(before?.score ?? 0);
  const [comment, setComment] = useState(before?.comment ?? "");
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  const send = async (): Promise<void> => {
    setBusy(true);
    setProblem("");
    begin();
    try {
      await client.chats.rate(state.id, score, comment.trim());
      done();
    } catch (error) {
      setProblem(explain(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      class="rate"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy && score > 0) void send();
      }}
    >
      <StarChoice score={score} set={setScore} />
      {score > 0 && (
        <>
          <input
            class="input input--lg"
            dir="auto"
            aria-label={t("chat.ratingComment")}
            placeholder={t("chat.ratingComment")}
            maxLength={LONGEST_COMMENT}
            value={comment}
            onInput={(event) => setComment(event.currentTarget.value)}
          />
          <Problem text={problem} />
          <Button kind="primary" size="lg" block type="submit" busy={busy}>
            {t("chat.sendRating")}
          </Button>
        </>
      )}
    </form>
  );
}

function StarChoice({ score, set }: { score: number; set(score: number): void }) {
  return (
    <fieldset class="rate__stars">
      <legend>{t("chat.howDidWeDo")}</legend>
      <div class="rating">
        {Array.from({ length: MOST_STARS }, (_, before) => before + 1).map((star) => (
          <label key={star} class={star <= score ? "rating__star is-on" : "rating__star"}>
            <input
              class="visually-hidden"
              type="radio"
              name="rating"
              aria-label={starsText(star)}
              checked={star === score}
              onChange={() => set(star)}
            />
            <Icon name="star" />
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface ThanksProps {
  state: ChatState;
  /** The button that had the focus is gone. */
  takesFocus: boolean;
  change(): void;
}

function Thanks({ state, takesFocus, change }: ThanksProps) {
  const thanks = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (takesFocus) thanks.current?.focus();
  }, []);
  const { rating } = state.chat.value;
  if (!rating) return null;
  return (
    <div class="rate rate--given">
      <p class="strong" tabIndex={-1} ref={thanks}>
        {t("chat.thanksForRating")}
      </p>
      <Stars score={rating.score} />
      {rating.comment && (
        <p class="sub rate__comment" dir="auto">
          {rating.comment}
        </p>
      )}
      {serverTime() < Date.parse(rating.until) && (
        <Button kind="ghost" size="sm" onClick={change}>
          {t("chat.changeRating")}
        </Button>
      )}
    </div>
  );
}
