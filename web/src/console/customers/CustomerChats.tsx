import { plainOf } from "../../shared/chat/format";
import { t } from "../../shared/i18n";
import { Button, IconButton } from "../../shared/ui/Button";
import { Icon } from "../../shared/ui/Icon";
import { starsText } from "../../shared/ui/Stars";
import { dated, longDate, serverTime, timeOrDay } from "../../shared/ui/time";
import { ChannelTag } from "../requests/RequestParts";
import { useDesk } from "../state/desk";
import { address, follow } from "../state/router";
import type { CustomerFile } from "./customerFile";
import type { CustomerChat } from "./customerUser";

/** The chats of a customer user that the agent may know of, newest first. */
export function CustomerChats({ file }: { file: CustomerFile }) {
  const desk = useDesk();
  const chats = file.chats.value;
  return (
    <section class="card cu__chats" aria-labelledby="customer-chats" aria-busy={chats === undefined}>
      <div class="card__header">
        <h2 class="card__title" id="customer-chats">
          {t("customers.chats")}
        </h2>
        {chats && !file.more.value && <span class="count">{chats.length}</span>}
      </div>
      {chats?.length === 0 && !file.more.value && <p class="empty">{t("customers.noChats")}</p>}
      {chats && chats.length > 0 && (
        <ul aria-labelledby="customer-chats">
          {chats.map((chat) => (
            <Row key={chat.chat} row={chat} name={file.user.value?.name ?? ""} />
          ))}
        </ul>
      )}
      {file.more.value && (
        <div class="card__footer">
          <Button size="sm" onClick={() => void desk.attempt(() => file.loadMore())}>
            {t("customers.more")}
          </Button>
        </div>
      )}
    </section>
  );
}

interface RowProps {
  row: CustomerChat;
  /** The customer user's. */
  name: string;
}

function Row({ row, name }: RowProps) {
  return (
    <li class="cchat">
      <Beginning row={row} name={name} />
      <span class="cchat__channel truncate">
        <ChannelTag channel={row.channel} />
      </span>
      <span class="cchat__agent truncate">
        {row.agent ? (
          t("customers.with", { name: row.agent.name })
        ) : (
          <span class="muted">{t("customers.unanswered")}</span>
        )}
      </span>
      <span class="cchat__state">
        <State row={row} />
      </span>
      <span class="cchat__at muted num" title={longDate(row.createdAt)}>
        {startedAt(row.createdAt)}
      </span>
    </li>
  );
}

/** How it begins, and the way to it. What goes on without the agent he can enter, and then read. */
function Beginning({ row, name }: RowProps) {
  const desk = useDesk();
  const to = { page: "chats", chat: row.chat } as const;
  if (row.mayRead) {
    return (
      <a class="cchat__text truncate" href={address(to)} dir="auto" onClick={follow(to)}>
        {plainOf(row.text ?? "") || row.channel.name}
      </a>
    );
  }
  return (
    <span class="cchat__text row">
      <span class="truncate muted">{t("customers.goesOn")}</span>
      <IconButton
        icon="eye"
        label={t("list.observeWith", { name })}
        hint={t("list.observe")}
        onClick={() => void desk.observe(row.chat)}
      />
    </span>
  );
}

function State({ row }: { row: CustomerChat }) {
  if (row.status === "request") return <span class="badge">{t("customers.state.request")}</span>;
  if (row.status === "active") return <span class="badge badge--success">{t("customers.state.active")}</span>;
  switch (row.reason) {
    case "declined":
    case "withdrawn":
    case "abandoned":
    case "missed":
      return <span class="badge badge--outline">{t(`customers.state.${row.reason}`)}</span>;
    case "closed":
    case "left":
    case "timeout":
    case undefined:
      return row.score === undefined ? (
        <span class="muted">{t("customers.notRated")}</span>
      ) : (
        <Score score={row.score} />
      );
  }
}

function Score({ score }: { score: number }) {
  return (
    <span class="cchat__score num" role="img" aria-label={starsText(score)} title={starsText(score)}>
      <Icon name="star" />
      {score}
    </span>
  );
}

/** The time of something today, otherwise the day, with its year where that is another one. */
function startedAt(at: string): string {
  const year = dated({ year: "numeric" });
  if (year.format(new Date(at)) === year.format(serverTime())) return timeOrDay(at);
  return dated({ day: "numeric", month: "short", year: "numeric" }).format(new Date(at));
}
