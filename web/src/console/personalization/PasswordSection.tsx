import { useSignal } from "@preact/signals";
import { t } from "../../shared/i18n";
import { explainField } from "../../shared/i18n/errors";
import { ApiError } from "../../shared/net/api";
import { Button } from "../../shared/ui/Button";
import { TextField } from "../../shared/ui/Field";
import { Card } from "../form/Card";
import { Problem } from "../dialogs/Problem";
import { SessionList } from "../dialogs/SessionList";
import { useDesk } from "../state/desk";

/** The password, and where it is signed in. */
export function PasswordSection() {
  const changes = useSignal(0);
  return (
    <div class="settings">
      <div class="settings__column">
        <PasswordCard changed={() => changes.value++} />
      </div>
      <div class="settings__column">
        <Card id="sessions" title={t("me.sessions")}>
          <p class="field__hint">{t("sessions.sub")}</p>
          <SessionList key={changes.value} />
        </Card>
      </div>
    </div>
  );
}

function PasswordCard({ changed }: { changed: () => void }) {
  const desk = useDesk();
  const current = useSignal("");
  const next = useSignal("");
  const busy = useSignal(false);
  const failure = useSignal<unknown>(undefined);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    busy.value = true;
    failure.value = undefined;
    try {
      await desk.client.api.put("/me/password", { current: current.value, next: next.value });
      current.value = "";
      next.value = "";
      desk.toasts.add({ kind: "success", title: t("pass.changed") });
      changed();
    } catch (error) {
      failure.value = error;
    } finally {
      busy.value = false;
    }
  };
  const error = failure.value;
  const fields = error instanceof ApiError ? error.fields : {};
  const wrong = fields["current"];
  const weak = fields["next"];
  return (
    <Card id="password" title={t("pass.title")}>
      <form class="mine__form" onSubmit={(event) => void submit(event)}>
        {!wrong && !weak && <Problem error={error} />}
        <input
          class="visually-hidden"
          type="text"
          name="username"
          autocomplete="username"
          aria-hidden="true"
          tabIndex={-1}
          readOnly
          value={desk.me.value.email}
        />
        <TextField
          id="pass-current"
          label={t("pass.current")}
          type="password"
          autocomplete="current-password"
          required
          value={current.value}
          set={(value) => (current.value = value)}
          error={wrong && (wrong === "unknown" ? t("pass.wrong") : explainField(wrong))}
        />
        <TextField
          id="pass-next"
          label={t("pass.next")}
          type="password"
          autocomplete="new-password"
          required
          hint={t("pass.nextHint")}
          value={next.value}
          set={(value) => (next.value = value)}
          error={weak && (weak === "format" ? t("pass.weak") : explainField(weak))}
        />
        <Button kind="primary" type="submit" busy={busy.value}>
          {t("pass.change")}
        </Button>
      </form>
    </Card>
  );
}
