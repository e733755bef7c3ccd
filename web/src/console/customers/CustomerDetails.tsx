import { useEffect, useMemo, useRef } from "preact/hooks";
import { t } from "../../shared/i18n";
import { explain } from "../../shared/i18n/errors";
import { ApiError } from "../../shared/net/api";
import { browserClock } from "../../shared/net/surroundings";
import type { ServerFrame } from "../../shared/net/wire";
import { Avatar } from "../../shared/ui/Avatar";
import { Button } from "../../shared/ui/Button";
import { Icon } from "../../shared/ui/Icon";
import { PresenceMark } from "../../shared/ui/PresenceMark";
import { Problem } from "../dialogs/Problem";
import { noChat, presenceReason } from "../people/reasons";
import { Topbar } from "../shell/Topbar";
import { useDesk } from "../state/desk";
import { address, follow, go } from "../state/router";
import { CustomerChats } from "./CustomerChats";
import { CustomerFile } from "./customerFile";
import { CustomerInfo } from "./CustomerInfo";
import { mayChat, type CustomerUser } from "./customerUser";
import { searchOf } from "./searches";

const LIST = { page: "customers" } as const;

/** One customer user: who he is, whether he is here, what was talked about with him. */
export function CustomerDetails({ id }: { id: string }) {
  const desk = useDesk();
  const file = useMemo(() => new CustomerFile(desk.client.api, browserClock, id), [desk, id]);
  useEffect(() => {
    void file.load();
    const hear = (frame: ServerFrame) => file.hear(frame);
    desk.heard.add(hear);
    return () => {
      desk.heard.delete(hear);
      file.stop();
    };
  }, [desk, file]);
  const user = file.user.value;
  return (
    <>
      <Topbar>
        <Path user={user} />
      </Topbar>
      <div class="page region" data-region tabIndex={-1}>
        {user ? (
          <div class="cu">
            <Problem error={file.failure.value} />
            <Head user={user} />
            <CustomerInfo user={user} />
            <CustomerChats file={file} />
          </div>
        ) : (
          <Missing file={file} />
        )}
      </div>
    </>
  );
}

/** All customers, his company's, himself. */
function Path({ user }: { user: CustomerUser | undefined }) {
  const search = searchOf(useDesk());
  const company = user?.customer.name ?? "";
  return (
    <nav class="crumbs" aria-label={t("customers.path")}>
      <a class="crumbs__link" href={address(LIST)} onClick={follow(LIST)}>
        {t("rail.customers")}
      </a>
      {user && (
        <>
          <Icon name="chevron-right" />
          <a
            class="crumbs__link crumbs__company truncate"
            href={address(LIST)}
            dir="auto"
            onClick={(event) => {
              void search.look(company);
              follow(LIST)(event);
            }}
          >
            {company}
          </a>
          <Icon name="chevron-right" />
          <span class="truncate" aria-current="page">
            <bdi>{user.name}</bdi>
          </span>
        </>
      )}
    </nav>
  );
}

function Head({ user }: { user: CustomerUser }) {
  const desk = useDesk();
  const { id, kind, name } = user;
  const title = useRef<HTMLHeadingElement>(null);
  // The link that led here is gone; who comes by keyboard goes on from the name.
  useEffect(() => {
    if (document.activeElement === document.body) title.current?.focus();
  }, []);
  const possible = mayChat(user, desk.people.presence(id));
  return (
    <section class="card cu__head" aria-labelledby="customer-name">
      <Avatar person={user} presence={user.presence} size="xl" />
      <div class="stack">
        <h1 class="cu__name" id="customer-name" tabIndex={-1} ref={title}>
          <bdi>{name}</bdi>
        </h1>
        <p class="cu__sub">
          <span class="status-label">
            <PresenceMark presence={user.presence} />
            {presenceReason(user)}
          </span>
          <span aria-hidden="true">·</span>
          <bdi class="muted">{user.customer.name}</bdi>
        </p>
      </div>
      {possible ? (
        <Button
          kind="primary"
          icon="request"
          class="push"
          onClick={() => (desk.dialog.value = { name: "request-chat", to: { id, kind, name } })}
        >
          {t("requestChat.title")}
        </Button>
      ) : (
        <p class="cu__no small muted push">{user.valid ? noChat(user) : t("customers.noChat", { name })}</p>
      )}
    </section>
  );
}

function Missing({ file }: { file: CustomerFile }) {
  const error = file.failure.value;
  if (error === undefined) return <div class="customers__wait card" aria-busy="true" />;
  const gone = error instanceof ApiError && ["not_found", "malformed"].includes(error.code);
  return (
    <div class="card empty">
      <Icon name="users" />
      <div role="alert">
        <h1 class="empty__title">{t(gone ? "customers.unknown" : "customers.failed")}</h1>
        {!gone && <p>{explain(error)}</p>}
      </div>
      {!gone && <Button onClick={() => void file.load()}>{t("common.tryAgain")}</Button>}
      <Button kind="ghost" onClick={() => go(LIST)}>
        {t("customers.all")}
      </Button>
    </div>
  );
}
