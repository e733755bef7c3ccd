import { linesOf, type Line } from "../../shared/chat/lines";
import { marksOf } from "../../shared/chat/marks";
import { MessageLine } from "../../shared/chat/MessageLine";
import { SystemLine } from "../../shared/chat/SystemLine";
import { t } from "../../shared/i18n";
import type { Chat, Person } from "../../shared/net/wire";
import { Icon } from "../../shared/ui/Icon";
import { dayLabel } from "../../shared/ui/time";
import type { Preview } from "./preview";

interface PreviewThreadProps {
  preview: Preview;
  me: Person;
  /** Who does not see that somebody is reading. */
  outsider: string | undefined;
}

/** The messages so far, to read only. */
export function PreviewThread({ preview, me, outsider }: PreviewThreadProps) {
  const chat = preview.chat.value;
  const content = {
    entries: preview.entries.value,
    ahead: [],
    unsent: [],
    me,
    newAfter: Number.MAX_SAFE_INTEGER,
  };
  return (
    <div class="thread" role="region" aria-label={t("preview.messages")} tabIndex={0}>
      <ol class="thread__lines thread__lines--top">
        {chat &&
          linesOf(content).map((line) => <PreviewLine key={line.key} line={line} chat={chat} me={me} />)}
      </ol>
      {outsider && (
        <p class="sys">
          <Icon name="eye" />
          {t("preview.unseen", { name: outsider })}
        </p>
      )}
    </div>
  );
}

function PreviewLine({ line, chat, me }: { line: Line; chat: Chat; me: Person }) {
  switch (line.kind) {
    case "day":
      return (
        <li class="day">
          <span>{dayLabel(line.at)}</span>
        </li>
      );
    case "system":
      return <SystemLine entry={line.entry} me={me} />;
    case "message":
      return <MessageLine {...line} marks={marksOf(chat, me)} />;
    default:
      return null;
  }
}
