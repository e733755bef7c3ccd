import { t } from "../../shared/i18n";
import type { Chat, Participant, Person } from "../../shared/net/wire";
import { PresenceMark } from "../../shared/ui/PresenceMark";

/** Who is in the chat or invited to it, each with presence and, where it matters, the level. */
export function Participants({ chat, me }: { chat: Chat; me: Person }) {
  const present = chat.participants.filter(
    ({ state }) => state === "active" || (state === "invited" && chat.status !== "closed"),
  );
  return (
    <ul class="participants" aria-label={t("conversation.participants")}>
      {present.map((participant) => (
        <li key={participant.person.id} class="participant">
          <PresenceMark
            presence={participant.presence}
            label={t(`presence.${participant.presence}`)}
            size="sm"
          />
          {participant.person.id === me.id ? t("common.you") : participant.person.name}
          <Remark participant={participant} />
          {participant.person.id === me.id && chat.my.shownAs && (
            <span class="muted">{t("conversation.shownAs", { name: chat.my.shownAs })}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Remark({ participant }: { participant: Participant }) {
  const { state, level, person } = participant;
  if (state === "invited") return <span class="badge badge--pink">{t("conversation.invited")}</span>;
  if (person.kind !== "agent" || level === "participant") return null;
  return <span class="muted">({t(`chat.level.${level}`)})</span>;
}
