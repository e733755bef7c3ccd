import { plural, t } from "../i18n";
import type { Desk, DeskChannel } from "../net/wire";
import { PresenceMark } from "../ui/PresenceMark";
import { opensText } from "./Away";

interface ChannelFieldProps {
  desk: Desk | undefined;
  value: string | undefined;
  set(id: string): void;
}

/** Only asked where there is a choice. What cannot be chosen now says why, and when it can. */
export function ChannelField({ desk, value, set }: ChannelFieldProps) {
  if (!desk || desk.channels.length < 2) return null;
  const chosen = desk.channels.find((channel) => channel.id === value);
  return (
    <div class="field">
      <label class="field__label" for="start-channel">
        {t("window.about")}
      </label>
      <select
        class="select select--lg"
        id="start-channel"
        value={value}
        aria-describedby={chosen?.offered ? "start-channel-hint" : undefined}
        onChange={(event) => set(event.currentTarget.value)}
      >
        {[...desk.channels].sort(soonestFirst).map((channel) => (
          <option key={channel.id} value={channel.id} disabled={!channel.offered}>
            {nameOf(channel, desk)}
          </option>
        ))}
      </select>
      {chosen?.offered && (
        <p class="field__hint row" id="start-channel-hint">
          <PresenceMark presence={chosen.online ? "available" : "away"} size="sm" />
          {chosen.online ? plural("window.agentsOnline", chosen.agents) : t("window.channelAway")}
        </p>
      )}
    </div>
  );
}

function nameOf(channel: DeskChannel, desk: Desk): string {
  const { name, offered, online } = channel;
  if (online && offered) return name;
  if (offered) return t("window.channelWith", { name, state: t("window.notOffered") });
  const opens = opensText(desk);
  return t("window.channelWith", { name, state: opens ?? t("window.nobodyThere") });
}

/** Where somebody is there, then where one may ask all the same, then the others. */
function soonestFirst(one: DeskChannel, other: DeskChannel): number {
  return rank(one) - rank(other);
}

function rank({ offered, online }: DeskChannel): number {
  if (!offered) return 2;
  return online ? 0 : 1;
}
