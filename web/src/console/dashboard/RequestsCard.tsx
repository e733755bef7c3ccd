import { useRef } from "preact/hooks";
import { plainOf } from "../../shared/chat/format";
import type { RequestRow } from "../../shared/chat/requests";
import { t } from "../../shared/i18n";
import { Avatar } from "../../shared/ui/Avatar";
import { ChannelTag, Lookers, RequestActions, requestOrigin } from "../requests/RequestParts";
import { WaitingTime } from "../requests/WaitingTime";
import { useDesk } from "../state/desk";
import { useSeen } from "../state/seen";

interface RequestsCardProps {
  kind: "customer" | "public";
  title: string;
  empty: string;
  rows: readonly RequestRow[];
}

/** General chat requests of one kind of people, with Accept and Preview. */
export function RequestsCard({ kind, title, empty, rows }: RequestsCardProps) {
  const mine = rows.filter((row) => row.request.kind === kind);
  const waiting = mine.filter((row) => !row.gone).length;
  const channels = useDesk().ownChannels.value;
  const heading = `requests-${kind}`;
  return (
    <section class="card" aria-labelledby={heading}>
      <div class="card__header">
        <h2 class="card__title" id={heading}>
          {title}
        </h2>
        <span class={waiting > 0 ? "count count--accent" : "count"}>{waiting}</span>
        {kind === "customer" && channels.length > 0 && (
          <span class="small muted push truncate">
            {t("dashboard.myChannels", { channels: channels.join(", ") })}
          </span>
        )}
      </div>
      {mine.length === 0 ? (
        <p class="empty">{empty}</p>
      ) : (
        <ul>
          {mine.map((row) => (
            <RequestLine key={row.request.chat} row={row} />
          ))}
        </ul>
      )}
    </section>
  );
}

function RequestLine({ row }: { row: RequestRow }) {
  const { request, gone } = row;
  const desk = useDesk();
  const presence = desk.people.presence(request.from.id)?.presence;
  const line = useRef<HTMLLIElement>(null);
  useSeen(desk.seen, request.chat, line);
  return (
    <li ref={line} class={gone ? "request is-gone" : "request"}>
      <Avatar person={request.from} presence={presence} size="md" />
      <div class="request__who">
        <span class="strong truncate">
          <bdi>{request.from.name}</bdi>
        </span>
        <span class="tiny muted truncate">{requestOrigin(request)}</span>
      </div>
      <div class="request__msg">
        <span class="request__top">
          <ChannelTag channel={request.channel} />
          <Lookers chat={request.chat} />
        </span>
        <span class="truncate secondary" dir="auto">
          {plainOf(request.text)}
        </span>
      </div>
      {gone ? <span /> : <WaitingTime since={request.since} />}
      <div class="request__act">
        <RequestActions row={row} />
      </div>
    </li>
  );
}
