import { listOf, t } from "../../shared/i18n";
import { Avatar } from "../../shared/ui/Avatar";
import { IconButton } from "../../shared/ui/Button";
import { Icon } from "../../shared/ui/Icon";
import { elapsed, now } from "../../shared/ui/time";
import { ChannelTag } from "../requests/RequestParts";
import { useDesk } from "../state/desk";
import type { OpenChat } from "../state/openChats";

interface OpenChatRowsProps {
  rows: readonly OpenChat[];
  current: string | undefined;
  open: (id: string) => void;
}

/** Who talks to whom; one's own chats to open, those of colleagues to observe. */
export function OpenChatRows({ rows, current, open }: OpenChatRowsProps) {
  return (
    <ul aria-label={t("conversation.open")}>
      {rows.map((row) => (
        <OpenChatRow key={row.chat} row={row} current={row.chat === current} open={() => open(row.chat)} />
      ))}
    </ul>
  );
}

function OpenChatRow({ row, current, open }: { row: OpenChat; current: boolean; open: () => void }) {
  const desk = useDesk();
  const { name } = row.with;
  const agents = listOf(row.agents.map((agent) => agent.name));
  return (
    <li class={current ? "waiting is-current" : "waiting"} aria-current={current ? "true" : undefined}>
      <Avatar person={row.with} presence={desk.people.presence(row.with.id)?.presence} />
      <span class="waiting__who">
        <span class="truncate" dir="auto">
          <span class="strong">{name}</span> {row.company && <span class="muted small">{row.company}</span>}
        </span>
        <span class="small truncate" title={agents}>
          {t("list.talksTo", { names: agents })}
        </span>
        <span class="waiting__line">
          <span class="wait">
            <Icon name="clock" />
            <span class="visually-hidden">{t("list.since")}</span> {elapsed(row.since, now.value)}
          </span>
          <ChannelTag channel={row.channel} />
        </span>
      </span>
      {row.mine ? (
        <IconButton
          icon="arrow-right"
          label={t("list.openWith", { name })}
          hint={t("list.open")}
          onClick={open}
        />
      ) : (
        <IconButton
          icon="eye"
          label={t("list.observeWith", { name })}
          hint={t("list.observe")}
          onClick={() => void desk.observe(row.chat)}
        />
      )}
    </li>
  );
}
