import { useEffect, useState } from "preact/hooks";
import type { ChatState } from "../chat/chatState";
import type { ParleyClient } from "../chat/client";
import { Composer } from "../chat/Composer";
import { ConnectionBanner } from "../chat/ConnectionBanner";
import { chatTitle } from "../chat/names";
import { Thread } from "../chat/Thread";
import { t } from "../i18n";
import type { Portal } from "./portal";
import { ChatBar } from "./ChatBar";
import { ClosedFoot } from "./ClosedFoot";
import { IncomingView } from "./IncomingRequest";
import { NoticeOffer } from "./NoticeOffer";
import { WaitingFoot, WaitingHead } from "./WaitingParts";
import { WindowBar } from "./WindowBar";

interface ChatViewProps {
  portal: Portal;
  client: ParleyClient;
  id: string;
  close(): void;
}

/** One chat in the window: asked, waiting, chatting or closed. */
export function ChatView({ portal, client, id, close }: ChatViewProps) {
  const state = client.chats.find(id);
  useEffect(() => {
    // It may be here as the only open one; closed before the reader's eyes it stays, to be saved and rated.
    portal.window.view.value = { name: "chat", id };
  }, [id]);
  useEffect(() => {
    if (state || !client.chats.ready.value) return;
    // A chat that is not ours, or no longer: back to the list.
    client.chats.show(id).catch(() => portal.window.show({ name: "list" }));
  }, [state, client.chats.ready.value, id]);
  if (!state)
    return <WindowBar title={portal.desk.value?.name ?? ""} sub={t("chat.connecting")} close={close} />;
  return <OneChat portal={portal} client={client} state={state} close={close} />;
}

interface OneChatProps extends Omit<ChatViewProps, "id"> {
  state: ChatState;
}

function OneChat({ portal, client, state, close }: OneChatProps) {
  const { status, my } = state.chat.value;
  const name = chatTitle(state.chat.value, client.me);
  const waiting = status === "request";
  const seenOpen = useSeenOpen(state);
  if (waiting && my.may.includes("accept")) {
    return <IncomingView portal={portal} client={client} state={state} close={close} />;
  }
  return (
    <>
      <ChatBar portal={portal} client={client} state={state} close={close} />
      <ConnectionBanner client={client} />
      <div class="widget__body">
        {waiting && <WaitingHead client={client} state={state} />}
        <Thread
          key={state.id}
          client={client}
          state={state}
          label={t("chat.messagesWith", { name })}
          announcements={portal.announcements}
        />
        {waiting && <p class="sys waiting-hint">{t("window.waitingNote")}</p>}
        {waiting && <NoticeOffer portal={portal} />}
        {status === "closed" ? (
          <ClosedFoot portal={portal} client={client} state={state} takesFocus={seenOpen} />
        ) : (
          <Composer
            label={t("chat.messageTo", { name })}
            chat={state.id}
            drafts={portal.drafts(client)}
            placeholder={t(waiting ? "window.addMore" : "chat.placeholder")}
            onSend={(text) => client.chats.send(state, text)}
            onTyping={() => client.chats.typing(state)}
          />
        )}
        {waiting && <WaitingFoot client={client} state={state} />}
      </div>
    </>
  );
}

/** True if the chat was open when it came on screen, so that its end happened before the reader's eyes. */
function useSeenOpen(state: ChatState): boolean {
  const [seen] = useState(() => !state.closed.value);
  return seen;
}
