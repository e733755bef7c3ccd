import { useEffect, useRef, useState } from "preact/hooks";
import { plural, t } from "../i18n";
import type { Entry } from "../net/wire";
import { Icon } from "../ui/Icon";
import type { MenuItem } from "../ui/Menu";
import { dayLabel } from "../ui/time";
import type { Announcements } from "./announcements";
import type { ChatState } from "./chatState";
import type { ParleyClient } from "./client";
import { linesOf, type Line } from "./lines";
import { moveByLine } from "./lineKeys";
import { MessageLine } from "./MessageLine";
import { SystemLine } from "./SystemLine";
import { TypingLine } from "./TypingLine";
import { UnsentLine } from "./UnsentLine";
import { useAnnouncedThread } from "./useAnnouncedThread";
import { useLineMenu } from "./useLineMenu";
import { useNewLine } from "./useNewLine";
import { useReading } from "./useReading";
import { useThreadScroll } from "./useThreadScroll";

/** From here on the browser draws only the lines that are near to what is seen. */
const MANY = 200;

interface ThreadProps {
  client: ParleyClient;
  state: ChatState;
  label: string;
  announcements?: Announcements;
  /** What else can be done with a message here. */
  actions?: (entry: Entry) => MenuItem[];
}

/** The messages of one chat, oldest first. Give it the chat's id as key. */
export function Thread({ client, state, label, announcements, actions }: ThreadProps) {
  const scroller = useRef<HTMLDivElement>(null);
  // Before the reading, which moves the mark this looks at.
  const newRange = useNewLine(state);
  const history = useHistory(client, state, announcements);
  const reading = useReading(client, state);
  const lines = linesOf({
    entries: state.entries.value,
    ahead: state.ahead.value,
    unsent: client.outbox.items.value.filter((item) => item.chat === state.id),
    me: client.me,
    ...newRange,
  });
  const scroll = useThreadScroll(scroller, lines, (edge) => {
    if (edge === "start") history.load();
    else reading.seesNewest(edge === "end");
  });
  useAnnouncedThread(client, state, announcements);
  const lineMenu = useLineMenu(state.entries.value, actions);
  return (
    <div class="thread-frame">
      <div
        class="thread"
        role="region"
        aria-label={label}
        tabIndex={0}
        ref={scroller}
        onScroll={scroll.onScroll}
        onKeyDown={(event) => {
          moveByLine(event);
          lineMenu.press(event);
        }}
      >
        <OlderHistory loading={history.loading} failed={history.failed} retry={history.load} />
        <ol class={lines.length > MANY ? "thread__lines thread__lines--many" : "thread__lines"}>
          {lines.map((line) => (
            <ThreadLine key={line.key} line={line} client={client} state={state} />
          ))}
        </ol>
        <TypingLine people={state.typing.value} />
      </div>
      {lineMenu.menu}
      {scroll.away && <JumpButton below={scroll.below} jump={scroll.jump} />}
    </div>
  );
}

function ThreadLine({ line, client, state }: { line: Line; client: ParleyClient; state: ChatState }) {
  switch (line.kind) {
    case "day":
      return (
        <li class="day">
          <span>{dayLabel(line.at)}</span>
        </li>
      );
    case "new":
      return (
        <li class="day new-line">
          <span>{t("chat.new")}</span>
        </li>
      );
    case "system":
      return <SystemLine entry={line.entry} me={client.me} chat={state.chat.value} />;
    case "message":
      return <MessageLine {...line} marks={state.marks.value} />;
    case "unsent":
      return (
        <UnsentLine
          item={line.item}
          first={line.first}
          outbox={client.outbox}
          live={client.connection.state.value.name === "live"}
        />
      );
  }
}

function OlderHistory({ loading, failed, retry }: { loading: boolean; failed: boolean; retry: () => void }) {
  if (loading) return <p class="thread__older">{t("chat.loadingOlder")}</p>;
  if (!failed) return null;
  return (
    <p class="thread__older">
      {t("chat.olderFailed")}{" "}
      <button type="button" class="btn btn--ghost btn--sm" onClick={retry}>
        {t("chat.tryAgain")}
      </button>
    </p>
  );
}

function JumpButton({ below, jump }: { below: number; jump: () => void }) {
  const name = below > 0 ? plural("chat.newMessages", below) : t("chat.jump");
  return (
    <button
      type="button"
      class={below > 0 ? "jump jump--count" : "jump"}
      aria-label={name}
      title={name}
      onClick={jump}
    >
      <Icon name="arrow-down" />
      {below > 0 && <span>{name}</span>}
    </button>
  );
}

function useHistory(client: ParleyClient, state: ChatState, announcements?: Announcements) {
  const [loading, setLoading] = useState(false);
  const [failed, setFailed] = useState(false);
  const load = (): void => {
    if (loading || state.reachesStart) return;
    setLoading(true);
    setFailed(false);
    client.chats
      .loadOlder(state)
      .then((count) => {
        if (count > 0 && state.entries.value.length > count) {
          announcements?.say(plural("chat.olderLoaded", count));
        }
      })
      .catch(() => setFailed(true))
      .finally(() => setLoading(false));
  };
  useEffect(() => {
    if (state.entries.value.length === 0) load();
  }, [state]);
  return { loading, failed, load };
}
