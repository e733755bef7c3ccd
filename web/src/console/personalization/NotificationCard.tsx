import { useSignal } from "@preact/signals";
import { t } from "../../shared/i18n";
import { Button } from "../../shared/ui/Button";
import { Icon } from "../../shared/ui/Icon";
import { Card } from "../form/Card";
import { Problem } from "../dialogs/Problem";
import { useDesk } from "../state/desk";
import { NOTIFIED, WAYS } from "../state/preferences";
import { ChannelChips } from "./ChannelChips";
import type { PreferenceForm } from "./preferenceForm";

const NIGHT = { from: "20:00", to: "07:00" };

/** From which channels requests come, and how each kind of event is told. */
export function NotificationCard({ form }: { form: PreferenceForm }) {
  return (
    <Card id="notifications" title={t("notify.title")}>
      <ChannelChips form={form} />
      <Permission />
      <QuietHours form={form} />
      <Matrix form={form} />
    </Card>
  );
}

function Matrix({ form }: { form: PreferenceForm }) {
  const { notifications } = form.shown.value;
  return (
    <table class="table matrix" aria-label={t("notify.title")}>
      <thead>
        <tr>
          <th scope="col">{t("notify.event")}</th>
          {WAYS.map((way) => (
            <th key={way} scope="col" class="center">
              {t(`notify.${way}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {NOTIFIED.map((event) => (
          <tr key={event}>
            <th scope="row">{t(`notify.${event}`)}</th>
            {WAYS.map((way) => (
              <td key={way} class="center">
                <label class="matrix__box">
                  <input
                    class="checkbox"
                    type="checkbox"
                    aria-label={`${t(`notify.${way}`)}: ${t(`notify.${event}`)}`}
                    checked={notifications[event][way]}
                    onChange={(change) => form.notify(event, way, change.currentTarget.checked)}
                  />
                </label>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function QuietHours({ form }: { form: PreferenceForm }) {
  const { quietHours } = form.shown.value;
  const time = (member: "from" | "to", label: string) =>
    quietHours && (
      <label class="quiet__time">
        {label}
        <input
          class="input input--sm"
          type="time"
          required
          value={quietHours[member]}
          onChange={(event) => {
            const { value } = event.currentTarget;
            if (value) form.set({ quietHours: { ...quietHours, [member]: value } });
          }}
        />
      </label>
    );
  return (
    <div class="quiet">
      <label class="settings__switch">
        <input
          class="switch"
          type="checkbox"
          role="switch"
          checked={!!quietHours}
          onChange={(event) => form.set({ quietHours: event.currentTarget.checked ? NIGHT : null })}
        />
        {t("notify.quiet")}
      </label>
      {time("from", t("notify.quietFrom"))}
      {time("to", t("notify.quietTo"))}
    </div>
  );
}

interface TestResult {
  push: "sent" | "none" | "failed";
  email: "sent" | "off" | "failed";
}

const kinds = { granted: "success", default: "info", denied: "warning" } as const;
const texts = {
  granted: ["notify.granted", "notify.grantedText"],
  default: ["notify.default", "notify.defaultText"],
  denied: ["notify.denied", "notify.deniedText"],
} as const;

/** What the browser allows, asked for on a click only; and a test that shows each way working or why not. */
function Permission() {
  const desk = useDesk();
  const supported = "Notification" in window;
  const permission = useSignal<NotificationPermission>(supported ? Notification.permission : "denied");
  const results = useSignal<readonly string[]>([]);
  const busy = useSignal(false);
  const failure = useSignal<unknown>(undefined);
  const allow = async () => {
    permission.value = await Notification.requestPermission();
  };
  const test = async () => {
    busy.value = true;
    failure.value = undefined;
    desk.notifications.ring();
    const shown = permission.value === "granted" && popUp();
    try {
      const { push, email } = await desk.client.api.post<TestResult>("/me/notifications/test");
      results.value = [
        t(shown ? "notify.popup.shown" : "notify.popup.blocked"),
        t("notify.sound.played"),
        t(`notify.push.${push}`),
        t(`notify.email.${email}`, { address: desk.me.value.email ?? "" }),
      ];
    } catch (error) {
      failure.value = error;
    } finally {
      busy.value = false;
    }
  };
  const [title, text] = texts[permission.value];
  return (
    <>
      <div class={`banner banner--${kinds[permission.value]} permission`}>
        <Icon name={permission.value === "granted" ? "check-circle" : "info"} />
        <span class="stack">
          <b>{t(title)}</b>
          <span>{t(text)}</span>
        </span>
        <span class="push permission__buttons">
          {permission.value === "default" && (
            <Button size="sm" onClick={() => void allow()}>
              {t("notify.allow")}
            </Button>
          )}
          <Button size="sm" busy={busy.value} onClick={() => void test()}>
            {t("notify.test")}
          </Button>
        </span>
      </div>
      <Problem error={failure.value} />
      <ul class="permission__results" role="status">
        {results.value.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

/** Some browsers allow pop-ups only to their background worker: then the test says so. */
function popUp(): boolean {
  try {
    new Notification(t("notify.testTitle"), { body: t("notify.testText"), tag: "parley-test" });
    return true;
  } catch {
    return false;
  }
}
