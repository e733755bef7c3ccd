import "../account.css";
import { useId } from "preact/hooks";
import { t, type Key } from "../../shared/i18n";
import type { DeskChannel } from "../../shared/net/wire";
import { Button } from "../../shared/ui/Button";
import { hoursLines, hoursZone, opensAtText } from "../../shared/ui/openingHours";
import { PresenceMark } from "../../shared/ui/PresenceMark";
import { serverTime } from "../../shared/ui/time";
import type { Portal } from "../../shared/window/portal";

/** Which channels there are and whether somebody is there; leads to the chat window. */
export function ChatCard({ portal }: { portal: Portal }) {
  const title = useId();
  const offered = portal.offered.value;
  const ongoing = portal.client.value?.as === "public" && portal.client.value.chats.open.value.length > 0;
  const closed = portal.desk.value?.open === false;
  if (offered.length === 0 && !closed) return null;
  return (
    <section class="card help" aria-labelledby={title}>
      <div>
        <h2 id={title}>{t("window.chatWithUs")}</h2>
        <p>{closed ? <ClosedText portal={portal} /> : t(openKey(offered))}</p>
      </div>
      {offered.length > 0 && (
        <ul class="channels">
          {offered.map((channel) => (
            <li key={channel.id}>
              <span dir="auto">{channel.name}</span>
              <span class="status-label">
                <PresenceMark presence={channel.online ? "available" : "away"} />
                {t(channel.online ? "external.online" : "external.away")}
              </span>
            </li>
          ))}
        </ul>
      )}
      {(offered.length > 0 || ongoing) && (
        <Button
          kind="soft"
          size="lg"
          block
          icon="request"
          onClick={() => (ongoing ? portal.openWindow() : portal.window.show({ name: "start" }))}
        >
          {t(ongoing ? "external.continueConversation" : "external.startConversation")}
        </Button>
      )}
      <Hours portal={portal} />
    </section>
  );
}

function openKey(offered: readonly DeskChannel[]): Key {
  return offered.some((channel) => channel.online) ? "external.chatCard" : "external.chatCardAway";
}

function ClosedText({ portal }: { portal: Portal }) {
  const opensAt = portal.desk.value?.opensAt;
  return (
    <>
      {opensAt
        ? t("external.chatCardBack", { when: opensAtText(opensAt, serverTime()) })
        : t("external.chatCardClosed")}
    </>
  );
}

/** When the desk is open, for those who come back another time. */
function Hours({ portal }: { portal: Portal }) {
  const hours = portal.desk.value?.hours;
  if (!hours) return null;
  const zone = hoursZone(hours, serverTime());
  return (
    <ul class="hours" aria-label={t("external.hours")}>
      {hoursLines(hours).map((line) => (
        <li key={line}>{zone ? t("external.hoursInZone", { hours: line, zone }) : line}</li>
      ))}
    </ul>
  );
}
