import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { t } from "../../shared/i18n";
import { Avatar } from "../../shared/ui/Avatar";
import { IconButton } from "../../shared/ui/Button";
import { Icon } from "../../shared/ui/Icon";
import { Tabs } from "../../shared/ui/Tabs";
import { shortDate } from "../../shared/ui/time";
import { noChat } from "../people/reasons";
import { useDesk } from "../state/desk";
import { found, keepOrder, type Absence, type PersonRow } from "../state/people";
import { address, follow } from "../state/router";
import { PersonState } from "./PersonState";

type Screen = "agents" | "customerUsers" | "outOfOffice";

/** Who is there: agents, customer users, out of office. */
export function PeopleCard() {
  const { people } = useDesk();
  const screen = useSignal<Screen>("agents");
  const search = useSignal("");
  const tabs = [
    { name: "agents", label: t("people.agents"), count: people.agents.value.length },
    { name: "customerUsers", label: t("people.customerUsers"), count: people.customerUsers.value.length },
    { name: "outOfOffice", label: t("people.outOfOffice"), count: people.outOfOffice.value.length },
  ] as const;
  return (
    <section class="card" aria-labelledby="people-title">
      <h2 class="visually-hidden" id="people-title">
        {t("people.title")}
      </h2>
      <Tabs
        label={t("people.title")}
        tabs={tabs}
        selected={screen.value}
        select={(name) => (screen.value = name)}
        class="people__tabs"
      >
        <div class="people__search">
          <Icon name="search" />
          <input
            class="input input--sm"
            type="search"
            aria-label={t("people.search")}
            placeholder={t("people.search")}
            value={search.value}
            onInput={(event) => (search.value = event.currentTarget.value)}
          />
        </div>
        {screen.value === "outOfOffice" ? (
          <Absences absences={found(people.outOfOffice.value, search.value)} searched={search.value !== ""} />
        ) : (
          <Persons
            key={screen.value}
            persons={found(people[screen.value].value, search.value)}
            searched={search.value !== ""}
          />
        )}
      </Tabs>
    </section>
  );
}

/** While the pointer is over the list nobody changes places. */
function Persons({ persons, searched }: { persons: readonly PersonRow[]; searched: boolean }) {
  const held = useSignal(false);
  const shown = useRef<string[]>([]);
  const inOrder = held.value ? keepOrder(persons, shown.current) : persons;
  shown.current = inOrder.map((person) => person.id);
  if (persons.length === 0)
    return <p class="empty people">{t(searched ? "people.notFound" : "people.none")}</p>;
  return (
    <ul class="people" onPointerEnter={() => (held.value = true)} onPointerLeave={() => (held.value = false)}>
      {inOrder.map((person) => (
        <PersonLine key={person.id} person={person} />
      ))}
    </ul>
  );
}

function PersonLine({ person }: { person: PersonRow }) {
  const desk = useDesk();
  const { id, kind, name } = person;
  const me = id === desk.me.value.id;
  const whyNot = me || person.mayChat ? undefined : noChat(person);
  const start = () => (desk.dialog.value = { name: "request-chat", to: { id, kind, name } });
  return (
    <li class="person" title={whyNot}>
      <Avatar person={person} size="sm" />
      <span
        class="truncate"
        title={[name, person.company, person.channels?.join(", "), whyNot].filter(Boolean).join(" · ")}
      >
        <PersonName person={person} />
        {me && <span class="muted"> {t("people.you")}</span>}
        {person.company && <span class="muted tiny"> {person.company}</span>}
        {person.endsAt && (
          <span class="muted tiny"> {t("people.until", { date: shortDate(person.endsAt) })}</span>
        )}
      </span>
      {whyNot && <span class="visually-hidden">{whyNot}</span>}
      <PersonState key={person.since} person={person} />
      {person.mayChat && !me && (
        <IconButton
          icon="request"
          look="accent"
          size="sm"
          label={t("people.startChat", { name })}
          hint={t("people.startChatHint")}
          onClick={start}
        />
      )}
    </li>
  );
}

/** Of customer users there is more to see. */
function PersonName({ person: { id, kind, name } }: { person: PersonRow }) {
  if (kind !== "customer_user") return <span dir="auto">{name}</span>;
  const to = { page: "customers", customer: id } as const;
  return (
    <a class="person__link" href={address(to)} dir="auto" onClick={follow(to)}>
      {name}
    </a>
  );
}

function Absences({ absences, searched }: { absences: readonly Absence[]; searched: boolean }) {
  if (absences.length === 0)
    return <p class="empty people">{t(searched ? "people.notFound" : "people.nobodyOut")}</p>;
  return (
    <ul class="people">
      {absences.map((absence) => (
        <li key={`${absence.id}${absence.startsAt}`} class="person">
          <Avatar person={absence} size="sm" />
          <span class="truncate">
            <bdi>{absence.name}</bdi>
          </span>
          <span class="small muted">
            {t("people.period", { from: shortDate(absence.startsAt), to: shortDate(absence.endsAt) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
