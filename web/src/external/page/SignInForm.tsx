import { useState } from "preact/hooks";
import { plural, t } from "../../shared/i18n";
import { explain } from "../../shared/i18n/errors";
import { ApiError } from "../../shared/net/api";
import { Button } from "../../shared/ui/Button";
import { TextField } from "../../shared/ui/Field";
import { Icon } from "../../shared/ui/Icon";
import { RegisterLink, ResetLink } from "./AccountPage";
import type { Portal } from "../../shared/window/portal";
import { signIn } from "../account";

/** Sign-in of customer users. */
export function SignInForm({ portal }: { portal: Portal }) {
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  const desk = portal.desk.value;
  const submit = async (): Promise<void> => {
    setBusy(true);
    setProblem("");
    try {
      await signIn(portal, login.trim(), password);
    } catch (error) {
      setProblem(whyNot(error));
      setBusy(false);
    }
  };
  return (
    <form
      class="card help"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void submit();
      }}
    >
      <h2>{t("external.signInTitle")}</h2>
      {problem && (
        <div class="banner banner--danger" role="alert">
          <Icon name="alert-circle" />
          {problem}
        </div>
      )}
      <TextField
        id="sign-in-login"
        label={t("external.login")}
        value={login}
        set={setLogin}
        class="input--lg"
        name="username"
        autocomplete="username"
        required
      />
      <TextField
        id="sign-in-password"
        label={t("external.password")}
        value={password}
        set={setPassword}
        class="input--lg"
        type="password"
        name="password"
        autocomplete="current-password"
        aside={desk?.passwordReset && <ResetLink text={t("account.forgot")} />}
        required
      />
      <Button kind="primary" size="lg" block type="submit" busy={busy}>
        {t("external.signIn")}
      </Button>
      {desk?.registration && (
        <p class="account-form__links">
          <RegisterLink text={t("account.create")} />
        </p>
      )}
    </form>
  );
}

function whyNot(error: unknown): string {
  if (!(error instanceof ApiError)) return explain(error);
  const reason = error.code === "login_failed" ? t("external.signInFailed") : explain(error);
  return error.retryAfterSeconds
    ? `${reason} ${plural("external.retryIn", error.retryAfterSeconds)}`
    : reason;
}
