import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { t } from "../../shared/i18n";
import { Button } from "../../shared/ui/Button";
import { Icon } from "../../shared/ui/Icon";
import { minutesSince, now } from "../../shared/ui/time";
import { useDesk } from "../state/desk";

/** Why no requests come, with the one click that changes it. */
export function ReminderBars() {
  const desk = useDesk();
  const { availability, channels } = desk.me.value;
  const external = availability === "external";
  const noChannels = (channels ?? []).length === 0;
  const away = useAway();
  if (external && !noChannels && !away) return <NotificationBar />;
  return (
    <div class="reminders">
      {away && (
        <div class="banner banner--info">
          <Icon name="moon" />
          <span>{t("away.explain", { minutes: minutesSince(away, now.value) })}</span>
        </div>
      )}
      {!external && (
        <div class="banner banner--warning">
          <Icon name="info" />
          <span>{t("reminder.notExternal")}</span>
          <Button size="sm" class="push" onClick={() => void desk.setAvailability("external")}>
            {t("reminder.becomeExternal")}
          </Button>
        </div>
      )}
      {noChannels && (
        <div class="banner banner--warning">
          <Icon name="info" />
          <span>{t("reminder.noChannels")}</span>
          <Button size="sm" class="push" onClick={() => (desk.dialog.value = { name: "my-channels" })}>
            {t("reminder.chooseChannels")}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Since when others see this agent as away, as long as they do. Heard once when it begins. */
function useAway(): string | undefined {
  const desk = useDesk();
  const own = desk.people.presence(desk.me.value.id);
  const since = own?.presence === "away" ? own.since : undefined;
  useEffect(() => {
    if (since) desk.announcements.say(t("away.now"));
  }, [desk, since]);
  return since;
}

/** What notifications are for, before the browser asks. */
function NotificationBar() {
  const { notifications } = useDesk();
  const later = useSignal(askedBefore());
  if (notifications.permission.value !== "default" || later.value) return null;
  const notNow = () => {
    later.value = true;
    rememberAsking();
  };
  return (
    <div class="reminders">
      <div class="banner banner--info">
        <Icon name="bell" />
        <span>{t("alerts.explain")}</span>
        <Button size="sm" kind="primary" class="push" onClick={() => void notifications.allow()}>
          {t("alerts.allow")}
        </Button>
        <Button size="sm" onClick={notNow}>
          {t("alerts.notNow")}
        </Button>
      </div>
    </div>
  );
}

const ASKED = "parley.notify.later";

function askedBefore(): boolean {
  try {
    return localStorage.getItem(ASKED) !== null;
  } catch {
    return false;
  }
}

function rememberAsking(): void {
  try {
    localStorage.setItem(ASKED, "1");
  } catch {
    // Without storage it is asked again on the next visit.
  }
}
