import { t } from "../../shared/i18n";
import { Problem } from "../dialogs/Problem";
import type { Visitor } from "../dialogs/preview";
import { useAnswer } from "../dialogs/useAnswer";
import { VisitorDetails } from "../dialogs/VisitorDetails";
import { Avatar } from "../../shared/ui/Avatar";
import { useDesk } from "../state/desk";

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
              <span class="strong truncate">
                <bdi>{visitor.person.name}</bdi>
              </span>
              <span class="tiny muted truncate">{visitor.company ?? t(`person.${visitor.person.kind}`)}</span>
            </span>
          </div>
          <VisitorDetails visitor={visitor} folding />
        </>
      )}
    </div>
  );
}
