import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import type { ChatState } from "../../shared/chat/chatState";
import { chatTitle } from "../../shared/chat/names";
import { Thread } from "../../shared/chat/Thread";
import { t } from "../../shared/i18n";
import { explain } from "../../shared/i18n/errors";
import { Button } from "../../shared/ui/Button";
import type { Entry } from "../../shared/net/wire";
import type { MenuItem } from "../../shared/ui/Menu";
import { useDesk, type Desk } from "../state/desk";
import { place } from "../state/router";
import { useViewing } from "../state/viewing";
import { ChatBanner } from "./ChatBanner";
import { ChatHeader } from "./ChatHeader";
import { Participants } from "./Participants";
import { ReplyBox } from "./ReplyBox";
import "./conversation.css";

interface ChatPaneProps {
  id: string;
  /** What stands at the end of the header, as Minimise. */
  leave: { icon: "minus" | "arrow-left" | "x"; label: string; act: () => void };
  roomy?: boolean;
  /** More buttons in the header. */
  extra?: ComponentChildren;
}

/** One conversation: header, who is in it, the messages, and where to write. */
export function ChatPane({ id, leave, roomy = false, extra }: ChatPaneProps) {
  const desk = useDesk();
  const failure = useSignal<unknown>(undefined);
  const load = () => {
    failure.value = undefined;
    desk.chats.show(id).catch((error: unknown) => (failure.value = error));
  };
  useEffect(load, [id]);
  const state = desk.chats.find(id);
  if (!state) return <Missing error={failure.value} tryAgain={load} leave={leave} />;
  return <Conversation key={id} state={state} leave={leave} roomy={roomy} extra={extra} />;
}

interface ConversationProps {
  state: ChatState;
  leave: ChatPaneProps["leave"];
  roomy: boolean;
  extra: ComponentChildren;
}

function Conversation({ state, leave, roomy, extra }: ConversationProps) {
  const desk = useDesk();
  useViewing(desk, state.id);
  const showPeople = useSignal(true);
  const chat = state.chat.value;
  const name = chatTitle(chat, desk.client.me);
  const { may } = chat.my;
  return (
    <section class="pane" aria-label={t("conversation.with", { name })} data-chat={state.id}>
      <ChatHeader
        state={state}
        leave={leave}
        peopleShown={showPeople.value}
        togglePeople={() => (showPeople.value = !showPeople.value)}
        extra={extra}
      />
      {showPeople.value && <Participants chat={chat} me={desk.client.me} />}
      <ChatBanner state={state} />
      <Thread
        key={state.id}
        client={desk.client}
        state={state}
        label={t("chat.messagesWith", { name })}
        announcements={desk.announcements}
        actions={(entry) => messageActions(desk, state, entry)}
      />
      {may.includes("post") && <ReplyBox state={state} name={name} roomy={roomy} />}
    </section>
  );
}

function messageActions(desk: Desk, state: ChatState, entry: Entry): MenuItem[] {
  // In a window of its own it would be read again at once.
  if (entry.by?.id === desk.client.me.id || state.closed.value || place.value.page === "window") return [];
  return [{ label: t("menu.unreadFrom"), icon: "bell", choose: () => desk.markUnread(state, entry.n) }];
}

interface MissingProps {
  error: unknown;
  tryAgain: () => void;
  leave: ChatPaneProps["leave"];
}

function Missing({ error, tryAgain, leave }: MissingProps) {
  if (error === undefined) return <section class="pane" aria-busy="true" />;
  return (
    <section class="pane">
      <div class="empty">
        <p class="empty__title" role="alert">
          {explain(error)}
        </p>
        <Button onClick={tryAgain}>{t("common.tryAgain")}</Button>
        <Button kind="ghost" onClick={leave.act}>
          {leave.label}
        </Button>
      </div>
    </section>
  );
}
