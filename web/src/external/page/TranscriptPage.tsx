import { useEffect, useState } from "preact/hooks";
import type { ChatState } from "../../shared/chat/chatState";
import type { ParleyClient } from "../../shared/chat/client";
import { chatTitle } from "../../shared/chat/names";
import { closedBecause } from "../../shared/chat/systemText";
import { Thread } from "../../shared/chat/Thread";
import { t } from "../../shared/i18n";
import { explain } from "../../shared/i18n/errors";
import { ApiError } from "../../shared/net/api";
import { Button } from "../../shared/ui/Button";
import { Icon } from "../../shared/ui/Icon";
import { longDate, timeOfDay } from "../../shared/ui/time";
import type { Portal } from "../../shared/window/portal";
import { SaveAndRate } from "../../shared/window/SaveAndRate";
import "../../shared/window/talk.css";
import { following } from "../route";

interface TranscriptPageProps {
  portal: Portal;
  client: ParleyClient;
  id: string;
}

/** One conversation to read. */
export function TranscriptPage({ portal, client, id }: TranscriptPageProps) {
  const [state, setState] = useState<ChatState>();
  const [problem, setProblem] = useState("");
  useEffect(() => {
    client.chats.show(id).then(setState, (error: unknown) => setProblem(whyNot(error)));
  }, [client, id]);
  return (
    <div class="transcript">
      <a class="back" href="/" onClick={following({ name: "home" })}>
        <Icon name="arrow-left" />
        {t("external.backToList")}
      </a>
      {problem && (
        <div class="banner banner--danger" role="alert">
          <Icon name="alert-circle" />
          {problem}
        </div>
      )}
      {state && <Transcript portal={portal} client={client} state={state} />}
    </div>
  );
}

function Transcript({ portal, client, state }: { portal: Portal; client: ParleyClient; state: ChatState }) {
  const chat = state.chat.value;
  const name = chatTitle(chat, client.me);
  return (
    <>
      <h1 class="title">{t("external.transcript", { name })}</h1>
      <p class="lead">
        {t("external.started", {
          channel: chat.channel.name,
          time: `${longDate(chat.createdAt)}, ${timeOfDay(chat.createdAt)}`,
        })}
      </p>
      <section class="card transcript__thread chat--customer">
        <Thread key={state.id} client={client} state={state} label={t("chat.messagesWith", { name })} />
      </section>
      {chat.reason ? (
        <div class="transcript__end">
          {chat.acceptedAt && (
            <section class="card transcript__save chat--customer">
              <SaveAndRate client={client} state={state} heading="h2" />
            </section>
          )}
          <p>{closedBecause(chat, client.me)}</p>
          <Button kind="soft" size="lg" icon="request" onClick={() => portal.window.show({ name: "start" })}>
            {t("window.startNew")}
          </Button>
        </div>
      ) : (
        <Button kind="soft" size="lg" onClick={() => portal.window.show({ name: "chat", id: chat.id })}>
          {t("external.openChat")}
        </Button>
      )}
    </>
  );
}

function whyNot(error: unknown): string {
  return error instanceof ApiError && error.status === 404 ? t("external.notFound") : explain(error);
}
