import { useRef } from "preact/hooks";
import type { RequestRow } from "../../shared/chat/requests";
import { t } from "../../shared/i18n";
import { Avatar } from "../../shared/ui/Avatar";
import { ChannelTag, Lookers, RequestActions } from "../requests/RequestParts";
import { WaitingTime } from "../requests/WaitingTime";
import { useDesk } from "../state/desk";
import { useSeen } from "../state/seen";

/** Who waits for somebody to accept. */
export function WaitingRequests({ rows }: { rows: readonly RequestRow[] }) {
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
        <span class="strong truncate">
          <bdi>{request.from.name}</bdi>
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
