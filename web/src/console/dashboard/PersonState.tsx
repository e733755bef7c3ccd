import { useComputed } from "@preact/signals";
import { t } from "../../shared/i18n";
import { PresenceLabel } from "../../shared/ui/PresenceMark";
import { duration, minutesSince, now } from "../../shared/ui/time";
import { presenceReason } from "../people/reasons";
import type { PersonRow } from "../state/people";

/** Whether somebody is there, and for how long he is not; to be drawn anew when that began at another time. */
export function PersonState({ person }: { person: PersonRow }) {
  const { presence, since } = person;
  const minutes = useComputed(() => (since ? minutesSince(since, now.value) : undefined)).value;
  const shown = presence === "available" || minutes === undefined ? undefined : lasting(minutes);
  const reason = presenceReason(person, minutes);
  return (
    <span class="person__state">
      <span class="person__sign" aria-hidden="true">
        <PresenceLabel presence={presence} reason={reason} />
        {shown && <span class="person__since">{shown}</span>}
      </span>
      <span class="visually-hidden">{reason}</span>
    </span>
  );
}

function lasting(minutes: number): string {
  return minutes === 0 ? t("people.justNow") : duration(minutes);
}
