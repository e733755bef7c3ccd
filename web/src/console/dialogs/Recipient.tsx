import { t } from "../../shared/i18n";
import type { Person } from "../../shared/net/wire";
import { Avatar } from "../../shared/ui/Avatar";
import { PresenceLabel } from "../../shared/ui/PresenceMark";
import { useDesk } from "../state/desk";

/** To whom a text goes. */
export function Recipient({ to }: { to: Person }) {
  const row = useDesk().people.presence(to.id);
  return (
    <div class="to">
      <Avatar person={to} size="md" />
      <div class="stack">
        <span class="strong">{to.name}</span>
        <span class="tiny muted">{row?.company ?? t(`person.${to.kind}`)}</span>
      </div>
      {row && (
        <span class="push">
          <PresenceLabel presence={row.presence} />
        </span>
      )}
    </div>
  );
}
