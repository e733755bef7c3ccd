import { t } from "../../shared/i18n";
import { Problem } from "../dialogs/Problem";
import type { Visitor } from "../dialogs/preview";
import { useAnswer } from "../dialogs/useAnswer";
import { VisitorDetails } from "../dialogs/VisitorDetails";
import { Avatar } from "../../shared/ui/Avatar";
import type { Person } from "../../shared/net/wire";
import { useDesk } from "../state/desk";
import { address, follow } from "../state/router";

/** Who the chat is with: what the desk knows of the person, and earlier chats. */
export function ChatDetails({ chat }: { chat: string }) {
  const desk = useDesk();
  const { data, error } = useAnswer(() => desk.client.api.get<Visitor>(`/chats/${chat}/visitor`));
  const visitor = data.value;
  return (
    <div class="details">
      <Problem error={error.value} />
      {visitor && (
        <>
          <div class="details__who">
            <Avatar
              person={visitor.person}
              presence={desk.people.presence(visitor.person.id)?.presence}
              size="lg"
            />
            <span class="stack">
              <Name person={visitor.person} />
              <span class="tiny muted truncate">{visitor.company ?? t(`person.${visitor.person.kind}`)}</span>
            </span>
          </div>
          <VisitorDetails visitor={visitor} folding />
        </>
      )}
    </div>
  );
}

/** Of customer users there is more to see. */
function Name({ person: { id, kind, name } }: { person: Person }) {
  if (kind !== "customer_user") {
    return (
      <span class="strong truncate">
        <bdi>{name}</bdi>
      </span>
    );
  }
  const to = { page: "customers", customer: id } as const;
  return (
    <a class="details__name strong truncate" href={address(to)} onClick={follow(to)}>
      <bdi>{name}</bdi>
    </a>
  );
}
