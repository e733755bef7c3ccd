import { useId } from "preact/hooks";
import { t } from "../../shared/i18n";
import { Button } from "../../shared/ui/Button";
import { PresenceMark } from "../../shared/ui/PresenceMark";
import type { Portal } from "../../shared/window/portal";

/** Which channels there are and whether somebody is there; leads to the chat window. */
export function ChatCard({ portal }: { portal: Portal }) {
  const title = useId();
  const offered = portal.offered.value;
  const ongoing = portal.client.value?.as === "public" && portal.client.value.chats.open.value.length > 0;
  if (offered.length === 0) return null;
  return (
    <section class="card help" aria-labelledby={title}>
      <div>
        <h2 id={title}>{t("window.chatWithUs")}</h2>
        <p>{t(offered.some((channel) => channel.online) ? "external.chatCard" : "external.chatCardAway")}</p>
      </div>
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
      <Button
        kind="soft"
        size="lg"
        block
        icon="request"
        onClick={() => (ongoing ? portal.openWindow() : portal.window.show({ name: "start" }))}
      >
        {t(ongoing ? "external.continueConversation" : "external.startConversation")}
      </Button>
    </section>
  );
}
