import { t } from "../../shared/i18n";
import type { Presence } from "../../shared/net/wire";
import { duration, minutesSince } from "../../shared/ui/time";

/** Why somebody's sign is what it is, and for how long, as far as that is known. */
export function presenceReason(person: Presence, minutes = minutesOf(person)): string {
  switch (person.reason) {
    case "idle":
      return t("people.reason.idle", { minutes: minutes ?? 0 });
    case "active":
      return t("people.reason.active");
    case "not_accepted":
    case "left":
    case "set_unavailable":
    case "internal_only":
    case "out_of_office":
    case "signed_out":
    case "gone":
      return lasting(t(`people.reason.${person.reason}`), minutes);
    default:
      return t(`presence.${person.presence}`);
  }
}

function minutesOf({ since }: Presence): number | undefined {
  return since ? minutesSince(since) : undefined;
}

function lasting(reason: string, minutes: number | undefined): string {
  return minutes ? t("people.reasonSince", { reason, time: duration(minutes) }) : reason;
}

/** Why nobody can start a chat with this person just now. */
export function noChat(person: Presence): string {
  const { name } = person;
  if (person.presence === "offline") return t("people.noChat.offline", { name });
  if (person.presence === "unavailable") return t("people.noChat.unavailable", { name });
  return t("people.noChat.now", { name });
}
