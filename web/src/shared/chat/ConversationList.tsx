import type { ComponentChildren } from "preact";
import { plural, t } from "../i18n";
import { Avatar } from "../ui/Avatar";
import { Icon } from "../ui/Icon";
import { timeOrDay } from "../ui/time";
import { activeAt } from "./chats";
import type { ChatState } from "./chatState";
import type { Drafts } from "./drafts";
import type { Person } from "../net/wire";
import { chatTitle, counterpart, lastWords, participantOf } from "./names";

interface ConversationListProps {
  states: readonly ChatState[];
  me: Person;
  label: string;
  current?: string | undefined;
  /** Shows the channel, and what a request still waits for. */
  tags?: boolean;
  /** What was begun and not sent stands where the last words would. */
  drafts?: Drafts;
  /** More to say of a chat, among its tags. */
  sign?: (state: ChatState) => ComponentChildren;
  onOpen(state: ChatState): void;
}

/** The chats of a caller as a list, each a button that opens it. */
export function ConversationList({
  states,
  me,
  label,
  current,
  tags = false,
  drafts,
  sign,
  onOpen,
}: ConversationListProps) {
  return (
    <ul class="convos" aria-label={label}>
      {states.map((state) => (
        <li key={state.id}>
          <Conversation
            state={state}
            me={me}
            current={state.id === current}
            tags={tags && !state.closed.value}
            draft={state.closed.value || state.id === current ? undefined : drafts?.find(state.id)?.text}
            sign={sign?.(state)}
            open={() => onOpen(state)}
          />
        </li>
      ))}
    </ul>
  );
}

interface ConversationProps {
  state: ChatState;
  me: Person;
  current: boolean;
  tags: boolean;
  draft: string | undefined;
  sign: ComponentChildren;
  open(): void;
}

function Conversation({ state, me, current, tags, draft, sign, open }: ConversationProps) {
  const chat = state.chat.value;
  const other = counterpart(chat, me);
  const unread = state.closed.value ? 0 : state.unread.value;
  const last = state.entries.value.findLast((entry) => entry.kind === "message") ?? chat.last;
  const presence = state.closed.value ? undefined : participantOf(chat, other)?.presence;
  return (
    <button
      type="button"
      class={unread > 0 ? "convo convo--unread" : "convo"}
      aria-current={current ? "true" : undefined}
      onClick={open}
    >
      {other ? <Avatar person={other} presence={presence} /> : <ChannelSign />}
      <span class="convo__name">
        <bdi>{chatTitle(chat, me)}</bdi>
      </span>
      <time class="convo__time" dateTime={activeAt(state)}>
        {timeOrDay(activeAt(state))}
      </time>
      <span class="convo__last" dir="auto">
        {draft ? (
          <>
            <span class="convo__draft">{t("chat.draft")}</span> {draft}
          </>
        ) : (
          lastWords(chat, last, me)
        )}
      </span>
      {unread > 0 && (
        <span class="count count--accent">
          <span aria-hidden="true">{unread}</span>
          <span class="visually-hidden">{plural("chat.unread", unread)}</span>
        </span>
      )}
      {tags && <ConversationTags state={state} sign={sign} />}
    </button>
  );
}

function ChannelSign() {
  return (
    <span class="avatar avatar--public" aria-hidden="true">
      <Icon name="request-live" />
    </span>
  );
}

function ConversationTags({ state, sign }: { state: ChatState; sign: ComponentChildren }) {
  const { status, channel, direction } = state.chat.value;
  return (
    <span class="convo__tags">
      {sign}
      <span class="channel">
        <Icon name="hash" />
        {channel.name}
      </span>
      {direction === "agent_agent" && <span class="badge badge--info">{t("chat.amongAgents")}</span>}
      {status === "request" && (
        <span class="badge badge--warning">
          <Icon name="hourglass" />
          {t("chat.notAcceptedYet")}
        </span>
      )}
    </span>
  );
}
