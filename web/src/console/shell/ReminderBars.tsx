import { t } from "../../shared/i18n";
import { Button } from "../../shared/ui/Button";
import { Icon } from "../../shared/ui/Icon";
import { useDesk } from "../state/desk";

/** Why no requests come, with the one click that changes it. */
export function ReminderBars() {
  const desk = useDesk();
  const { availability, channels } = desk.me.value;
  const external = availability === "external";
  const noChannels = (channels ?? []).length === 0;
  if (external && !noChannels) return null;
  return (
    <div class="reminders">
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
