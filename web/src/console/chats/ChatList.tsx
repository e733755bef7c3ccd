import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { ChatState } from "../../shared/chat/chatState";
import { ConversationList } from "../../shared/chat/ConversationList";
import type { RequestRow } from "../../shared/chat/requests";
import { t } from "../../shared/i18n";
import type { Channel } from "../../shared/net/wire";
import { Tabs } from "../../shared/ui/Tabs";
import { WaitingTime } from "../requests/WaitingTime";
import { useDesk, type Desk } from "../state/desk";
import { useFresh } from "../state/fresh";
import { myChats } from "../state/mine";
import type { OpenChat } from "../state/openChats";
import { OpenChatRows } from "./OpenChatRows";
import { WaitingRequests } from "./WaitingRequests";
import { longestWaitFirst, unansweredSince } from "../state/waiting";

const LISTS = ["mine", "channel", "all"] as const;

const NAMES = { mine: "list.mine", channel: "list.channelTab", all: "list.all" } as const;

interface Choice {
  list: (typeof LISTS)[number];
  channel: string;
  unread: boolean;
  order: "wait" | "newest";
}

/** How the list was last looked at; stays while the console is open. */
const choice = signal<Choice>({ list: "mine", channel: "", unread: false, order: "wait" });

function choose(change: Partial<Choice>): void {
  choice.value = { ...choice.value, ...change };
}

interface ChatListProps {
  current: string | undefined;
  open: (id: string) => void;
}

/** Who waits for somebody and which chats go on: the agent's own, those of his chat channels, or all he may enter. */
export function ChatList({ current, open }: ChatListProps) {
  const desk = useDesk();
  useEffect(() => {
    void desk.attempt(() => desk.chats.loadClosed());
  }, [desk]);
  const mine = myChats(desk.chats.list.value).open;
  useFresh(desk.openChats, `${desk.client.requests.count.value} ${mine.map(({ id }) => id).join()}`);
  const count = {
    mine: mine.length,
    channel: inList("channel", desk).length,
    all: inList("all", desk).length,
  };
  const { list } = choice.value;
  return (
    <Tabs
      label={t("list.whose")}
      tabs={LISTS.map((name) => ({ name, label: t(NAMES[name]), count: count[name] }))}
      selected={list}
      select={(name) => choose({ list: name })}
      look="segmented"
      class="ws__tabs"
    >
      <Filters channels={channelsOf(desk)} own={list === "mine"} />
      {list === "mine" ? (
        <Mine current={current} open={open} />
      ) : (
        <GoingOn rows={inList(list, desk)} current={current} open={open} />
      )}
    </Tabs>
  );
}

function inList(list: "channel" | "all", desk: Desk): readonly OpenChat[] {
  return list === "all" ? desk.openChats.all.value : desk.openChats.within(desk.me.value.channels ?? []);
}

/** The agent's own chats, and those closed today. */
function Mine({ current, open }: ChatListProps) {
  const desk = useDesk();
  const mine = myChats(desk.chats.list.value);
  const { order, unread } = choice.value;
  const active = mine.open.filter(chosen);
  const groups = [
    { label: t("conversation.open"), states: order === "wait" ? longestWaitFirst(active) : active },
    { label: t("conversation.waitingGroup"), states: mine.waiting.filter(chosen) },
    { label: t("conversation.closedToday"), states: mine.closedToday.filter(chosen) },
  ].filter((group) => group.states.length > 0);
  const rows = unread ? [] : waitingRows(desk);
  return (
    <>
      {rows.length > 0 && <WaitingRequests rows={rows} />}
      {groups.map(({ label, states }) => (
        <div key={label}>
          <GroupTitle label={label} count={states.length} />
          <ConversationList
            states={states}
            me={desk.client.me}
            label={label}
            current={current}
            tags
            drafts={desk.drafts}
            sign={(state) => <AnswerWait state={state} />}
            onOpen={(state) => open(state.id)}
          />
        </div>
      ))}
      {rows.length + groups.length === 0 && (
        <Nothing why={t(filtered() ? "list.noneFiltered" : "conversation.noneText")} />
      )}
    </>
  );
}

/** Also what goes on without this agent. */
function GoingOn({ rows, current, open }: ChatListProps & { rows: readonly OpenChat[] }) {
  const { channel, order } = choice.value;
  const fitting = rows.filter((row) => channel === "" || row.channel.id === channel);
  const shown = order === "wait" ? fitting : fitting.toReversed();
  const waiting = waitingRows(useDesk());
  return (
    <>
      {waiting.length > 0 && <WaitingRequests rows={waiting} />}
      {shown.length > 0 && (
        <>
          <GroupTitle label={t("conversation.open")} count={shown.length} />
          <OpenChatRows rows={shown} current={current} open={open} />
        </>
      )}
      {waiting.length + shown.length === 0 && (
        <Nothing why={t(channel === "" ? "list.noneGoingOn" : "list.noneFiltered")} />
      )}
    </>
  );
}

function GroupTitle({ label, count }: { label: string; count: number }) {
  return (
    <h2 class="panel__label">
      {label} <span class="count">{count}</span>
    </h2>
  );
}

function Nothing({ why }: { why: string }) {
  return (
    <div class="empty">
      <p class="empty__title">{t("conversation.none")}</p>
      <p>{why}</p>
    </div>
  );
}

function waitingRows(desk: Desk): readonly RequestRow[] {
  const { channel } = choice.value;
  return desk.client.requests.rows.value.filter(
    (row) => channel === "" || row.request.channel.id === channel,
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
  const others = desk.openChats.all.value.map(({ channel }) => channel);
  const all = new Map([...requested, ...own, ...others].map((channel) => [channel.id, channel]));
  return [...all.values()].sort((a, b) => a.name.localeCompare(b.name));
}

function Filters({ channels, own }: { channels: readonly Channel[]; own: boolean }) {
  const now = choice.value;
  return (
    <div class="ws__filters">
      <select
        class="select select--sm"
        aria-label={t("list.channel")}
        value={now.channel}
        onChange={(event) => choose({ channel: event.currentTarget.value })}
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
        onChange={(event) => choose({ order: event.currentTarget.value as Choice["order"] })}
      >
        <option value="wait">{t("list.byWait")}</option>
        <option value="newest">{t("list.byNewest")}</option>
      </select>
      {own && (
        <label class="check small">
          <input
            class="checkbox"
            type="checkbox"
            checked={now.unread}
            onChange={(event) => choose({ unread: event.currentTarget.checked })}
          />
          {t("list.unread")}
        </label>
      )}
    </div>
  );
}

function AnswerWait({ state }: { state: ChatState }) {
  const since = unansweredSince(state);
  return since ? <WaitingTime since={since} /> : null;
}
