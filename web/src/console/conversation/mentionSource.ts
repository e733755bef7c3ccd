import type { ChatState } from "../../shared/chat/chatState";
import type { Choice, Source } from "../../shared/chat/completion";
import { t } from "../../shared/i18n";
import type { Person } from "../../shared/net/wire";
import type { Desk } from "../state/desk";

/** Who may be mentioned in a note: the agents of the chat first, then those who could be invited. */
export function mentionSource(desk: Desk, state: ChatState, outsider: (person: Person) => void): Source {
  let asked: Promise<readonly Person[]> | undefined;
  const invitable = () =>
    (asked ??= desk.client.api
      .get<{ agents: Person[] }>(`/chats/${state.id}/invitable`)
      .then(({ agents }) => agents)
      .catch(() => {
        asked = undefined;
        return [];
      }));
  return {
    trigger: "@",
    get label() {
      return t("mention.label");
    },
    find: async (query) => {
      const inside = state.chat
        .peek()
        .participants.filter(
          ({ person, state: at }) =>
            person.kind === "agent" &&
            person.id !== desk.client.me.id &&
            (at === "active" || at === "invited"),
        );
      const others = await invitable();
      return [
        ...named(
          inside.map(({ person }) => person),
          query,
        ).map((person) => choiceOf(person)),
        ...named(others, query).map((person) => ({
          ...choiceOf(person),
          text: t("mention.outside"),
          chosen: () => outsider(person),
        })),
      ];
    },
  };
}

function choiceOf(person: Person): Choice {
  return { id: person.id, title: person.name, insert: `@${person.name} ` };
}

/** Any of the names may begin so. */
function named(people: readonly Person[], query: string): Person[] {
  const wanted = query.toLocaleLowerCase();
  return people.filter(({ name }) => ` ${name.toLocaleLowerCase()}`.includes(` ${wanted}`));
}
