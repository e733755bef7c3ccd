import type { Chat, Entry, Person } from "../net/wire";
import { t } from "../i18n";
import { Icon } from "../ui/Icon";
import { timeOfDay } from "../ui/time";
import { systemIcon, systemText } from "./systemText";

/** A line the product wrote. */
export function SystemLine({ entry, me, chat }: { entry: Entry; me: Person; chat?: Chat }) {
  const internal = entry.visibility === "agents";
  return (
    <li class={internal ? "sys sys--internal" : "sys"} tabIndex={-1} data-line>
      <Icon name={systemIcon(entry.kind)} />
      <span dir="auto">{systemText(entry, me, chat)}</span>
      <time dateTime={entry.at}>{timeOfDay(entry.at)}</time>
      {internal && <InternalSign />}
    </li>
  );
}

export function InternalSign() {
  return (
    <span class="internal-sign" title={t("chat.internal")}>
      <Icon name="eye-off" />
      <span class="visually-hidden">{t("chat.internal")}</span>
    </span>
  );
}
