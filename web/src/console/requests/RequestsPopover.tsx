import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { plainOf } from "../../shared/chat/format";
import type { RequestRow } from "../../shared/chat/requests";
import { listOf, t } from "../../shared/i18n";
import { Avatar } from "../../shared/ui/Avatar";
import { Popover } from "../../shared/ui/Popover";
import type { HoverPanel } from "../shell/hoverPanel";
import { useDesk, type Desk } from "../state/desk";
import { useSeen } from "../state/seen";
import { groupsOf } from "./groups";
import { ChannelTag, KindBadge, Lookers, RequestActions, requestOrigin } from "./RequestParts";
import { WaitingTime } from "./WaitingTime";
import "./requests.css";

interface RequestsPopoverProps {
  id: string;
  anchor: RefObject<HTMLElement | null>;
  panel: HoverPanel;
}

/** The request list beside the chat symbol. Stays while pointer or focus is inside; Escape closes it. */
export function RequestsPopover({ id, anchor, panel }: RequestsPopoverProps) {
  const desk = useDesk();
  const box = useRef<HTMLDivElement>(null);
  const { rows, count } = desk.client.requests;
  const pinned = panel.state.value === "pinned";
  useEffect(() => {
    // Who walked in by Tab stays where he is.
    const inside = box.current?.contains(document.activeElement) ?? false;
    if (pinned && !inside) box.current?.querySelector<HTMLElement>("[data-accept]")?.focus();
  }, [pinned]);
  useClosingKeysAndClicks(box, anchor, panel);
  return (
    <Popover
      id={id}
      anchor={anchor}
      placement="beside"
      label={t("request.title")}
      class="requests"
      manual
      onClose={() => panel.close()}
      onPointerEnter={() => panel.pointerEnters()}
      onPointerLeave={() => panel.pointerLeaves()}
    >
      <div ref={box} onFocusIn={() => panel.pin()}>
        <div class="requests__head">
          <h2 class="card__title">{t("request.title")}</h2>
          <span class="count count--accent">{count.value}</span>
          <span class="tiny muted push">{t("request.oldestFirst")}</span>
        </div>
        {rows.value.length === 0 ? (
          <p class="empty">{t("request.none")}</p>
        ) : (
          <RequestTable rows={rows.value} done={() => panel.close()} />
        )}
        <div class="card__footer">
          <span class="tiny muted">{channelsLine(desk)}</span>
          <button
            class="link-btn tiny push"
            type="button"
            onClick={() => {
              panel.close();
              desk.dialog.value = { name: "my-channels" };
            }}
          >
            {t("request.changeChannels")}
          </button>
        </div>
      </div>
    </Popover>
  );
}

function channelsLine(desk: Desk): string {
  const channels = desk.ownChannels.value;
  if (channels.length === 0) return t("request.fromNoChannel");
  return t("request.fromChannels", { channels: listOf(channels) });
}

function RequestTable({ rows, done }: { rows: readonly RequestRow[]; done: () => void }) {
  return (
    <div class="requests__scroll">
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{t("request.from")}</th>
            <th scope="col">{t("request.kind")}</th>
            <th scope="col">{t("request.channel")}</th>
            <th scope="col">{t("request.waiting")}</th>
            <th scope="col">{t("request.message")}</th>
            <th scope="col" class="right">
              {t("request.action")}
            </th>
          </tr>
        </thead>
        {groupsOf(rows).map((group) => (
          <tbody key={group.name} aria-labelledby={`requests-${group.name}`}>
            <tr class="requests__group">
              <th colSpan={6} scope="rowgroup" id={`requests-${group.name}`}>
                {t(`request.group.${group.name}`)} <span class="count">{group.open}</span>
              </th>
            </tr>
            {group.rows.map((row) => (
              <RequestTableRow key={row.request.chat} row={row} done={done} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function RequestTableRow({ row, done }: { row: RequestRow; done: () => void }) {
  const { request, gone } = row;
  const line = useRef<HTMLTableRowElement>(null);
  useSeen(useDesk().seen, request.chat, line);
  return (
    <tr ref={line} class={gone ? "is-gone" : undefined}>
      <td>
        <span class="row">
          <Avatar person={request.from} size="sm" />
          <span class="stack">
            <span class="strong">{request.from.name}</span>
            <span class="tiny muted">{requestOrigin(request)}</span>
          </span>
        </span>
      </td>
      <td class="requests__kind">
        <KindBadge kind={request.kind} />
      </td>
      <td class="requests__channel">
        <ChannelTag channel={request.channel} />
      </td>
      <td>{!gone && <WaitingTime since={request.since} />}</td>
      {!gone && (
        <td class="cell-grow secondary" dir="auto">
          {plainOf(request.note ?? request.text)}
          <Lookers chat={request.chat} />
        </td>
      )}
      <td class="actions" colSpan={gone ? 2 : 1}>
        <RequestActions row={row} compact done={done} />
      </td>
    </tr>
  );
}

function useClosingKeysAndClicks(
  box: RefObject<HTMLElement | null>,
  anchor: RefObject<HTMLElement | null>,
  panel: HoverPanel,
): void {
  useEffect(() => {
    const ends = new AbortController();
    const { signal } = ends;
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      panel.close();
    };
    const closeOutside = (event: Event) => {
      const target = event.target as Node;
      if (!box.current?.contains(target) && !anchor.current?.contains(target)) panel.close();
    };
    document.addEventListener("keydown", closeOnEscape, { signal });
    document.addEventListener("pointerdown", closeOutside, { signal });
    document.addEventListener("focusin", closeOutside, { signal });
    return () => ends.abort();
  }, [box, anchor, panel]);
}
