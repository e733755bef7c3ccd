import { useEffect, useRef } from "preact/hooks";
import { plural, t } from "../../shared/i18n";
import { explain } from "../../shared/i18n/errors";
import type { ServerFrame } from "../../shared/net/wire";
import { Avatar } from "../../shared/ui/Avatar";
import { Button, IconButton } from "../../shared/ui/Button";
import { Icon } from "../../shared/ui/Icon";
import { PresenceLabel } from "../../shared/ui/PresenceMark";
import { noChat, presenceReason } from "../people/reasons";
import { Topbar } from "../shell/Topbar";
import { useDesk } from "../state/desk";
import { address, follow, type Place } from "../state/router";
import type { CustomerSearch } from "./customerSearch";
import { mayChat, type CustomerUser } from "./customerUser";
import { searchOf } from "./searches";

const LONGEST_QUERY = 100;

/** The search field, and below it everybody it finds. */
export function CustomerList() {
  const desk = useDesk();
  const search = searchOf(desk);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    void search.load();
    backTo(list.current, search);
    const hear = (frame: ServerFrame) => search.hear(frame);
    desk.heard.add(hear);
    return () => void desk.heard.delete(hear);
  }, [desk, search]);
  return (
    <>
      <Topbar title={t("rail.customers")} />
      <div class="page customers region" data-region tabIndex={-1} ref={list} onKeyDown={walk}>
        <div class="customers__search input-group" role="search">
          <Icon name="search" />
          <input
            class="input input--lg"
            type="search"
            aria-label={t("customers.search")}
            placeholder={t("customers.placeholder")}
            maxLength={LONGEST_QUERY}
            value={search.words.value}
            data-step
            onInput={(event) => search.type(event.currentTarget.value)}
          />
        </div>
        <p class="small muted customers__count" role="status">
          {search.answered.value !== undefined && counted(search)}
        </p>
        <Results search={search} />
      </div>
    </>
  );
}

function counted(search: CustomerSearch): string {
  const count = search.rows.value.length;
  if (search.more.value) return plural("customers.foundMore", count);
  return count === 0 ? "" : plural("customers.found", count);
}

function Results({ search }: { search: CustomerSearch }) {
  const words = search.answered.value;
  const rows = search.rows.value;
  return (
    <>
      {search.failure.value !== undefined && <Failed search={search} />}
      {words === undefined && search.busy.value && <div class="card customers__wait" aria-busy="true" />}
      {words !== undefined && rows.length === 0 && <Nobody words={words} />}
      {rows.length > 0 && (
        <ul class="card customers__list" aria-label={t("customers.list")} aria-busy={search.busy.value}>
          {rows.map((user) => (
            <Row key={user.id} user={user} search={search} />
          ))}
        </ul>
      )}
      {search.more.value && <More search={search} />}
    </>
  );
}

function Row({ user, search }: { user: CustomerUser; search: CustomerSearch }) {
  const desk = useDesk();
  const { id, kind, name } = user;
  const to: Place = { page: "customers", customer: id };
  const possible = mayChat(user, desk.people.presence(id));
  return (
    <li class="customer" title={possible ? undefined : noChat(user)}>
      <Avatar person={user} size="md" />
      <span class="customer__who">
        <a
          class="customer__name truncate"
          href={address(to)}
          dir="auto"
          data-step
          onClick={(event) => {
            search.last = id;
            follow(to)(event);
          }}
        >
          {name}
        </a>
        <span class="customer__login tiny muted truncate">
          <bdi>{user.login}</bdi>
        </span>
      </span>
      <span class="customer__company truncate" dir="auto">
        {user.customer.name}
      </span>
      <span class="customer__email muted truncate">
        <bdi>{user.email}</bdi>
      </span>
      <PresenceLabel presence={user.presence} reason={presenceReason(user)} />
      {possible && (
        <IconButton
          icon="request"
          look="accent"
          label={t("people.startChat", { name })}
          hint={t("people.startChatHint")}
          onClick={() => (desk.dialog.value = { name: "request-chat", to: { id, kind, name } })}
        />
      )}
    </li>
  );
}

function Nobody({ words }: { words: string }) {
  return (
    <div class="card empty">
      <Icon name="users" />
      <p class="empty__title" role="status">
        {words === "" ? t("customers.none") : t("customers.notFound", { words })}
      </p>
      {words !== "" && <p>{t("customers.notFoundHint")}</p>}
    </div>
  );
}

function Failed({ search }: { search: CustomerSearch }) {
  return (
    <div class="banner banner--danger" role="alert">
      <Icon name="alert-circle" />
      <span>{explain(search.failure.value)}</span>
      <Button size="sm" class="push" onClick={() => void search.load()}>
        {t("common.tryAgain")}
      </Button>
    </div>
  );
}

/** Goes on, and leaves whoever pressed it at the first of those that are new. */
function More({ search }: { search: CustomerSearch }) {
  const go = async (button: HTMLElement) => {
    const before = search.rows.value.length;
    await search.loadMore();
    const page = button.closest(".customers");
    // Once they are drawn.
    setTimeout(() => page?.querySelectorAll<HTMLElement>(".customer__name")[before]?.focus());
  };
  return (
    <Button
      class="customers__more"
      busy={search.busy.value}
      onClick={(event) => void go(event.currentTarget)}
    >
      {t("customers.more")}
    </Button>
  );
}

/** Whoever comes back finds himself where he left. */
function backTo(page: HTMLElement | null, search: CustomerSearch): void {
  const at = search.rows.value.findIndex((row) => row.id === search.last);
  search.last = undefined;
  if (document.activeElement !== document.body) return;
  page?.querySelectorAll<HTMLElement>(".customer__name")[at]?.focus();
}

/** Arrows go from the field to those found and from one to the next. */
function walk(event: KeyboardEvent): void {
  const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  const steps = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>("[data-step]")];
  const at = steps.findIndex((step) => step === document.activeElement);
  const next = at < 0 || by === 0 || event.altKey || event.isComposing ? undefined : steps[at + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
