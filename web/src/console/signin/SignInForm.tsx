import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { t } from "../../shared/i18n";
import { explain } from "../../shared/i18n/errors";
import { ApiError } from "../../shared/net/api";
import { Button } from "../../shared/ui/Button";
import { TextField } from "../../shared/ui/Field";
import { Icon } from "../../shared/ui/Icon";
import "../../shared/account/account.css";

interface SignInFormProps {
  signIn: (login: string, password: string) => Promise<unknown>;
  login?: string;
  class?: string;
  heading?: ComponentChildren;
  /** Beside the password: the way to a new one. */
  forgot?: ComponentChildren;
  after?: ComponentChildren;
}

/** Name and password. What went wrong stands above the fields; what is missing stands at its field. */
export function SignInForm(props: SignInFormProps) {
  const login = useSignal(props.login ?? "");
  const password = useSignal("");
  const tried = useSignal(false);
  const busy = useSignal(false);
  const failure = useSignal<unknown>(undefined);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    tried.value = true;
    const missing = login.value.trim() === "" ? "login" : password.value === "" ? "password" : undefined;
    if (missing) return focusField(missing);
    busy.value = true;
    failure.value = undefined;
    try {
      await props.signIn(login.value.trim(), password.value);
    } catch (error) {
      failure.value = error;
      if (error instanceof ApiError && error.code === "login_failed") focusField("password");
    } finally {
      busy.value = false;
    }
  };
  const missing = (value: string) => (tried.value && value.trim() === "" ? t("common.required") : undefined);
  return (
    <form class={props.class} onSubmit={(event) => void submit(event)} noValidate>
      {props.heading}
      {failure.value !== undefined && <Failure error={failure.value} />}
      <TextField
        id="login"
        name="username"
        label={t("signIn.login")}
        autocomplete="username"
        autoCapitalize="none"
        spellcheck={false}
        value={login.value}
        set={(value) => (login.value = value)}
        error={missing(login.value)}
        required
      />
      <TextField
        id="password"
        data-autofocus={props.login ? true : undefined}
        name="password"
        label={t("signIn.password")}
        type="password"
        autocomplete="current-password"
        value={password.value}
        set={(value) => (password.value = value)}
        error={missing(password.value)}
        aside={props.forgot}
        required
      />
      <Button kind="primary" size="lg" block type="submit" busy={busy.value}>
        {t("signIn.submit")}
      </Button>
      {props.after}
    </form>
  );
}

function focusField(id: string): void {
  document.getElementById(id)?.focus();
}

/** A delayed sign-in counts the seconds down until the next attempt is worth it. */
function Failure({ error }: { error: unknown }) {
  const wait =
    error instanceof ApiError && error.code === "too_many_attempts" ? (error.retryAfterSeconds ?? 0) : 0;
  const left = useSignal(wait);
  useEffect(() => {
    left.value = wait;
    const ticking = setInterval(() => (left.value = Math.max(0, left.value - 1)), 1_000);
    return () => clearInterval(ticking);
  }, [error]);
  return (
    <div class="banner banner--danger" role="alert">
      <Icon name="alert-circle" />
      <span>{wait > 0 ? t("signIn.delayed") : explain(error)}</span>
      {left.value > 0 && (
        <span class="num nowrap push" aria-hidden="true">
          {t("signIn.seconds", { seconds: left.value })}
        </span>
      )}
    </div>
  );
}
