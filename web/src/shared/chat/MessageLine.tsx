import { t } from "../i18n";
import type { Entry } from "../net/wire";
import { Avatar } from "../ui/Avatar";
import { Icon, type IconName } from "../ui/Icon";
import { timeOfDay } from "../ui/time";
import { Formatted } from "./Formatted";
import { readersOf, receiptOf, type Marks, type Receipt } from "./marks";
import { InternalSign } from "./SystemLine";

interface MessageLineProps {
  entry: Entry;
  own: boolean;
  first: boolean;
  last: boolean;
  marks: Marks;
}

const receiptIcons: Readonly<Record<Receipt, IconName>> = {
  sent: "check",
  delivered: "check-check",
  read: "check-check",
};

/** One message: who, what, when, and for an own one how far it came. */
export function MessageLine({ entry, own, first, last, marks }: MessageLineProps) {
  const internal = entry.visibility === "agents";
  const name = own ? t("common.you") : (entry.by?.name ?? t("chat.someone"));
  const classes = ["group", own && "group--own", !first && "group--follow", internal && "group--internal"];
  return (
    <li class={classes.filter(Boolean).join(" ")} tabIndex={-1} data-line data-n={entry.n}>
      {!own && entry.by && (first ? <Avatar person={entry.by} size="sm" /> : <span class="group__indent" />)}
      <div class="group__body">
        {!own && first ? (
          <p class="group__meta">
            <b dir="auto">{name}</b>
            <time dateTime={entry.at}>{timeOfDay(entry.at)}</time>
          </p>
        ) : (
          <span class="visually-hidden">
            {name} <time dateTime={entry.at}>{timeOfDay(entry.at)}</time>
          </span>
        )}
        <div class={internal ? "msg msg--whisper" : "msg"} dir="auto" title={timeOfDay(entry.at)}>
          {internal && <InternalSign />}
          <Formatted text={entry.text ?? ""} />
        </div>
        {own && <ReceiptSign entry={entry} marks={marks} visible={last} />}
      </div>
    </li>
  );
}

/** Shown under the last message of a group; the others say it to those who listen. */
function ReceiptSign({ entry, marks, visible }: { entry: Entry; marks: Marks; visible: boolean }) {
  const receipt = receiptOf(entry, marks);
  const text = receiptText(receipt, entry, marks);
  if (!visible) return <span class="visually-hidden">{text}</span>;
  return (
    <p class={receipt === "read" ? "group__receipt group__receipt--read" : "group__receipt"} title={text}>
      <Icon name={receiptIcons[receipt]} />
      {text}
    </p>
  );
}

function receiptText(receipt: Receipt, entry: Entry, marks: Marks): string {
  const { read, of } = readersOf(entry, marks);
  if (receipt === "read" && of > 1) return t("chat.readBy", { count: read, of });
  return t(`chat.${receipt}`, { time: timeOfDay(entry.at) });
}
