import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { ChatState } from "../../shared/chat/chatState";
import { ConversationList } from "../../shared/chat/ConversationList";
import type { RequestRow } from "../../shared/chat/requests";
import { t } from "../../shared/i18n";
import type { Channel } from "../../shared/net/wire";
import { Avatar } from "../../shared/ui/Avatar";
import { ChannelTag, Lookers, RequestActions } from "../requests/RequestParts";
import { WaitingTime } from "../requests/WaitingTime";
import { useDesk, type Desk } from "../state/desk";
import { myChats } from "../state/mine";
import { useSeen } from "../state/seen";
import { longestWaitFirst, unansweredSince } from "../state/waiting";

interface Choice {
  channel: string;
  unread: boolean;
  order: "wait" | "newest";
}

/** How the list was last looked at; stays while the console is open. */
const choice = signal<Choice>({ channel: "", unread: false, order: "wait" });

interface ChatListProps {
  current: string | undefined;
  open: (id: string) => void;
}

/** Who waits for somebody, the agent's own chats, and those closed today; to filter and to sort. */
export function ChatList({ current, open }: ChatListProps) {
  const desk = useDesk();
  useEffect(() => {
    void desk.attempt(() => desk.chats.loadClosed());
  }, [desk]);
  const mine = myChats(desk.chats.list.value);
  const { channel, order } = choice.value;
  const rows = desk.client.requests.rows.value.filter(
    (row) => channel === "" || row.request.channel.id === channel,
  );
  const active = mine.open.filter(chosen);
  const groups = [
    { label: t("conversation.open"), states: order === "wait" ? longestWaitFirst(active) : active },
    { label: t("conversation.waitingGroup"), states: mine.waiting.filter(chosen) },
    { label: t("conversation.closedToday"), states: mine.closedToday.filter(chosen) },
  ].filter((group) => group.states.length > 0);
  return (
    <>
      <Filters channels={channelsOf(desk)} />
      {rows.length > 0 && !choice.value.unread && <Waiting rows={rows} />}
      {groups.map(({ label, states }) => (
        <div key={label}>
          <h2 class="panel__label">
            {label} <span class="count">{states.length}</span>
          </h2>
          <ConversationList
            states={states}
            me={desk.client.me}
            label={label}
            current={current}
            tags
            sign={(state) => <AnswerWait state={state} />}
            onOpen={(state) => open(state.id)}
          />
        </div>
      ))}
      {rows.length + groups.length === 0 && (
        <div class="empty">
          <p class="empty__title">{t("conversation.none")}</p>
          <p>{t(filtered() ? "list.noneFiltered" : "conversation.noneText")}</p>
        </div>
      )}
    </>
  );
}

function chosen(state: ChatState): boolean {
  const { channel, unread } = choice.value;
  if (channel !== "" && state.chat.value.channel.id !== channel) return false;
  return !unread || state.unread.value > 0;
}

function filtered(): boolean {
  return choice.value.channel !== "" || choice.value.unread;
}

function channelsOf(desk: Desk): Channel[] {
  const requested = desk.client.requests.rows.value.map((row) => row.request.channel);
  const own = desk.chats.list.value.map((state) => state.chat.value.channel);
  const all = new Map([...requested, ...own].map((channel) => [channel.id, channel]));
  return [...all.values()].sort((a, b) => a.name.localeCompare(b.name));
}

function Filters({ channels }: { channels: readonly Channel[] }) {
  const now = choice.value;
  const set = (change: Partial<Choice>) => (choice.value = { ...now, ...change });
  return (
    <div class="ws__filters">
      <select
        class="select select--sm"
        aria-label={t("list.channel")}
        value={now.channel}
        onChange={(event) => set({ channel: event.currentTarget.value })}
      >
        <option value="">{t("list.allChannels")}</option>
        {channels.map((channel) => (
          <option key={channel.id} value={channel.id}>
            {channel.name}
          </option>
        ))}
      </select>
      <select
        class="select select--sm"
        aria-label={t("list.order")}
        value={now.order}
        onChange={(event) => set({ order: event.currentTarget.value as Choice["order"] })}
      >
        <option value="wait">{t("list.byWait")}</option>
        <option value="newest">{t("list.byNewest")}</option>
      </select>
      <label class="check small">
        <input
          class="checkbox"
          type="checkbox"
          checked={now.unread}
          onChange={(event) => set({ unread: event.currentTarget.checked })}
        />
        {t("list.unread")}
      </label>
    </div>
  );
}

function AnswerWait({ state }: { state: ChatState }) {
  const since = unansweredSince(state);
  return since ? <WaitingTime since={since} /> : null;
}

function Waiting({ rows }: { rows: readonly RequestRow[] }) {
  const open = rows.filter((row) => !row.gone).length;
  return (
    <>
      <h2 class="panel__label">
        {t("list.waiting")} <span class="count count--accent">{open}</span>
      </h2>
      <ul aria-label={t("list.waiting")}>
        {rows.map((row) => (
          <WaitingLine key={row.request.chat} row={row} />
        ))}
      </ul>
    </>
  );
}

function WaitingLine({ row }: { row: RequestRow }) {
  const desk = useDesk();
  const line = useRef<HTMLLIElement>(null);
  const { request, gone } = row;
  useSeen(desk.seen, request.chat, line);
  return (
    <li ref={line} class={gone ? "waiting is-gone" : "waiting"}>
      <Avatar person={request.from} presence={desk.people.presence(request.from.id)?.presence} />
      <span class="waiting__who">
        <span class="strong truncate" dir="auto">
          {request.from.name}
        </span>
        <span class="waiting__line">
          {!gone && <WaitingTime since={request.since} />}
          <ChannelTag channel={request.channel} />
          <Lookers chat={request.chat} />
        </span>
      </span>
      <RequestActions row={row} compact />
    </li>
  );
}
