import { plural } from "../i18n";
import { Icon } from "./Icon";

export const MOST_STARS = 5;

/** "4 of 5 stars" */
export function starsText(score: number): string {
  return plural("chat.stars", score, { most: MOST_STARS });
}

/** A rating as it was given. */
export function Stars({ score }: { score: number }) {
  return (
    <span class="stars" role="img" aria-label={starsText(score)}>
      {Array.from({ length: MOST_STARS }, (_, before) => (
        <span key={before} class={before < score ? "stars__one is-on" : "stars__one"}>
          <Icon name="star" />
        </span>
      ))}
    </span>
  );
}
