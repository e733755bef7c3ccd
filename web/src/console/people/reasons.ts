import { t } from "../../shared/i18n";
import type { Presence } from "../../shared/net/wire";
import { minutesSince } from "../../shared/ui/time";

/** Why somebody's sign is what it is. */
export function presenceReason(person: Presence): string {
  switch (person.reason) {
    case "idle":
      return t("people.reason.idle", { minutes: minutesSince(person.since) });
    case "active":
    case "not_accepted":
    case "left":
    case "set_unavailable":
    case "internal_only":
    case "out_of_office":
    case "signed_out":
    case "gone":
      return t(`people.reason.${person.reason}`);
    default:
      return t(`presence.${person.presence}`);
  }
}

/** Why nobody can start a chat with this person just now. */
export function noChat(person: Presence): string {
  const { name } = person;
  if (person.presence === "offline") return t("people.noChat.offline", { name });
  if (person.presence === "unavailable") return t("people.noChat.unavailable", { name });
  return t("people.noChat.now", { name });
}
