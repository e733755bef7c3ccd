import { useEffect, useState } from "preact/hooks";
import type { ChatState } from "../chat/chatState";
import type { ParleyClient } from "../chat/client";
import { Formatted } from "../chat/Formatted";
import { participantOf } from "../chat/names";
import { t } from "../i18n";
import { explain } from "../i18n/errors";
import { Avatar } from "../ui/Avatar";
import { Button } from "../ui/Button";
import { Icon } from "../ui/Icon";
import { timeOfDay } from "../ui/time";
import type { Portal } from "./portal";
import { Problem } from "./startFields";
import { WindowBar } from "./WindowBar";

interface IncomingProps {
  portal: Portal;
  client: ParleyClient;
  state: ChatState;
}

/** An agent's request as the window's content. */
export function IncomingView({ portal, client, state, close }: IncomingProps & { close(): void }) {
  return (
    <>
      <WindowBar
        title={portal.desk.value?.name ?? ""}
        sub={t("window.incoming")}
        back={() => portal.window.show({ name: "list" })}
        close={close}
      />
      <div class="widget__body widget__body--pad">
        <Incoming portal={portal} client={client} state={state} />
      </div>
    </>
  );
}

/** The same beside the closed window: not modal, and it takes no focus. */
export function IncomingCard({ portal }: { portal: Portal }) {
  const client = portal.client.value;
  const state = portal.incoming.value[0];
  if (!client || !state) return null;
  const name = state.chat.value.requester.name;
  return (
    <section
      class="chatwin widget incoming-card"
      role="alertdialog"
      aria-label={t("window.incomingFrom", { name })}
      key={state.id}
    >
      <div class="widget__body--pad">
        <Incoming portal={portal} client={client} state={state} says />
      </div>
    </section>
  );
}

/** Within the open window, while it shows something else. */
export function IncomingStrip({ portal }: { portal: Portal }) {
  const view = portal.window.view.value;
  const state = portal.incoming.value.find((each) => view.name !== "chat" || view.id !== each.id);
  if (!state || view.name === "list") return null;
  const { requester } = state.chat.value;
  return (
    <button
      type="button"
      class="incoming-strip"
      onClick={() => portal.window.show({ name: "chat", id: state.id })}
    >
      <Avatar person={requester} size="sm" />
      <span>{t("window.incomingFrom", { name: requester.name })}</span>
      <Icon name="chevron-right" />
    </button>
  );
}

function Incoming({ portal, client, state, says = false }: IncomingProps & { says?: boolean }) {
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  const chat = state.chat.value;
  const { requester } = chat;
  useFirstWords(client, state);
  const answer = (act: () => Promise<unknown>) => (): void => {
    setBusy(true);
    setProblem("");
    act()
      .catch((error: unknown) => setProblem(explain(error)))
      .finally(() => setBusy(false));
  };
  const accept = answer(async () => {
    await client.chats.change(state.id, "accept");
    portal.window.show({ name: "chat", id: state.id });
  });
  const text = state.entries.value.find((entry) => entry.kind === "message")?.text ?? chat.last?.text ?? "";
  return (
    <>
      <div class="incoming">
        <Avatar person={requester} presence={participantOf(chat, requester)?.presence} size="xl" />
        <div>
          <h3 dir="auto">{requester.name}</h3>
          {says && <p>{t("window.incoming")}</p>}
          <p class="sub">
            {chat.channel.name} · {timeOfDay(chat.createdAt)}
          </p>
        </div>
        {text && (
          <div class="incoming__text" dir="auto">
            <Formatted text={text} />
          </div>
        )}
      </div>
      <Problem text={problem} />
      <div class="pair">
        <Button size="lg" busy={busy} onClick={answer(() => client.chats.decline(state.id))}>
          {t("window.notNow")}
        </Button>
        <Button kind="primary" size="lg" icon="check" busy={busy} onClick={accept}>
          {t("window.accept")}
        </Button>
      </div>
    </>
  );
}

function useFirstWords(client: ParleyClient, state: ChatState): void {
  useEffect(() => {
    // Without them the card still says who asks.
    client.chats.loadOlder(state).catch(() => undefined);
  }, [client, state]);
}
