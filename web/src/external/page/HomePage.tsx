import { useEffect, useState } from "preact/hooks";
import type { ChatState } from "../../shared/chat/chatState";
import type { ParleyClient } from "../../shared/chat/client";
import { t } from "../../shared/i18n";
import { Icon } from "../../shared/ui/Icon";
import { ChatCard } from "./ChatCard";
import { ConversationRow } from "./ConversationRow";
import type { Portal } from "../../shared/window/portal";

interface HomePageProps {
  portal: Portal;
  client: ParleyClient;
}

/** My conversations: the open ones, then the closed ones. */
export function HomePage({ portal, client }: HomePageProps) {
  return (
    <>
      <div class="head">
        <div>
          <h1 class="title">{t("external.conversations")}</h1>
          {client.me.customer && <p class="lead">{client.me.customer.name}</p>}
        </div>
      </div>
      <section class="card" aria-label={t("external.conversations")}>
        <Conversations portal={portal} client={client} />
      </section>
      <aside class="side">
        <ChatCard portal={portal} />
      </aside>
    </>
  );
}

function Conversations({ portal, client }: HomePageProps) {
  const { chats } = client;
  const history = useClosed(client);
  const open = chats.open.value;
  const closed = chats.closed.value;
  if (open.length + closed.length === 0 && history.loading) return <p class="empty">{t("window.loading")}</p>;
  return (
    <>
      {history.failed && <Failed retry={history.load} />}
      {open.length + closed.length === 0 && !history.failed && <Empty />}
      <Rows portal={portal} states={open} client={client} />
      {closed.length > 0 && <h2 class="divider">{t("external.earlier")}</h2>}
      <Rows portal={portal} states={closed} client={client} />
      {closed.length > 0 && chats.moreClosed.value && (
        <p class="card__more">
          <button type="button" class="btn btn--ghost" onClick={history.load}>
            {t("external.more")}
          </button>
        </p>
      )}
    </>
  );
}

function Rows({ states, client, portal }: HomePageProps & { states: readonly ChatState[] }) {
  if (states.length === 0) return null;
  return (
    <ul class="rows">
      {states.map((state) => (
        <li key={state.id}>
          <ConversationRow state={state} me={client.me} portal={portal} />
        </li>
      ))}
    </ul>
  );
}

function Empty() {
  return (
    <div class="empty">
      <Icon name="chats" />
      <p class="empty__title">{t("window.none")}</p>
      <p>{t("external.noneText")}</p>
    </div>
  );
}

function Failed({ retry }: { retry: () => void }) {
  return (
    <div class="banner banner--danger card__problem" role="alert">
      <Icon name="alert-circle" />
      <span>{t("external.failed")}</span>
      <button type="button" class="btn btn--ghost btn--sm push" onClick={retry}>
        {t("common.tryAgain")}
      </button>
    </div>
  );
}

function useClosed(client: ParleyClient) {
  const [loading, setLoading] = useState(true);
  const [failed, setFailed] = useState(false);
  const load = (): void => {
    setLoading(true);
    setFailed(false);
    client.chats
      .loadClosed()
      .catch(() => setFailed(true))
      .finally(() => setLoading(false));
  };
  useEffect(load, [client]);
  return { loading: loading || !client.chats.ready.value, failed, load };
}
