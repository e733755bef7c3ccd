import { t } from "../i18n";
import type { Person } from "../net/wire";

export function TypingLine({ people }: { people: readonly Person[] }) {
  if (people.length === 0) return null;
  return (
    <div class="typing">
      <span class="typing__dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      <span>{typingText(people)}</span>
    </div>
  );
}

function typingText(people: readonly Person[]): string {
  const name = people[0]?.name ?? "";
  if (people.length === 1) return t("chat.typingOne", { name });
  if (people.length === 2) return t("chat.typingTwo", { name, other: people[1]?.name ?? "" });
  return t("chat.typingMany");
}
