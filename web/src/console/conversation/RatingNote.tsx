import type { Rating } from "../../shared/net/wire";
import { Stars } from "../../shared/ui/Stars";

/** What the customer thought of a closed chat. */
export function RatingNote({ rating }: { rating: Rating }) {
  return (
    <span class="stars-note">
      <Stars score={rating.score} />
      {rating.comment && <q dir="auto">{rating.comment}</q>}
    </span>
  );
}
