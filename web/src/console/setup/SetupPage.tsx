import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { t } from "../../shared/i18n";
import { explain } from "../../shared/i18n/errors";
import { Api } from "../../shared/net/api";
import { Button } from "../../shared/ui/Button";
import { TextField } from "../../shared/ui/Field";
import { ZoneSelect } from "../../shared/ui/ZoneSelect";
import { Icon } from "../../shared/ui/Icon";
import { AuthLayout } from "../signin/AuthLayout";
import { PasswordRuleList } from "../../shared/account/PasswordRuleList";
import { SetupForm, type SetupField } from "./setupForm";

/** First run: creates the first administrator with the code from the server's log. */
export function SetupPage() {
  const form = useMemo(() => new SetupForm(new Api("agent"), browserTimeZone()), []);
  const needed = useSignal(true);
  useEffect(() => {
    document.title = t("setup.pageTitle");
    void form.stillNeeded().then((answer) => (needed.value = answer));
  }, [form, needed]);
  return (
    <AuthLayout panel={<Steps />}>
      {needed.value ? <AdministratorForm form={form} /> : <AlreadyDone />}
    </AuthLayout>
  );
}

function AdministratorForm({ form }: { form: SetupForm }) {
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (await form.submit()) location.assign("/agent");
    else document.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  };
  const field = (name: SetupField) => ({
    id: name,
    value: form.values.value[name],
    set: (value: string) => form.set(name, value),
    error: form.error(name),
  });
  return (
    <form class="auth__form auth__form--wide" onSubmit={(event) => void submit(event)} noValidate>
      <div>
        <h1 class="auth__title">{t("setup.title")}</h1>
        <p class="auth__lead">{t("setup.lead")}</p>
      </div>
      {form.failure.value !== undefined && (
        <div class="banner banner--danger" role="alert">
          <Icon name="alert-circle" />
          <span>{explain(form.failure.value)}</span>
        </div>
      )}
      <TextField
        {...field("code")}
        label={t("setup.code")}
        hint={t("setup.codeHint")}
        icon="key"
        class="mono"
        autocomplete="off"
        spellcheck={false}
        required
      />
      <div class="two">
        <TextField {...field("firstName")} label={t("setup.firstName")} autocomplete="given-name" required />
        <TextField {...field("lastName")} label={t("setup.lastName")} autocomplete="family-name" required />
      </div>
      <TextField {...field("email")} label={t("setup.email")} type="email" autocomplete="email" required />
      <TextField
        {...field("password")}
        label={t("setup.password")}
        type="password"
        autocomplete="new-password"
        required
      />
      <PasswordRuleList rules={form.rules.value} />
      <div class="two">
        <TextField {...field("deskName")} label={t("setup.deskName")} autocomplete="organization" required />
        <ZoneSelect {...field("timeZone")} label={t("setup.timeZone")} size="lg" />
      </div>
      <Button kind="primary" size="lg" block type="submit" busy={form.busy.value}>
        {t("setup.submit")}
      </Button>
    </form>
  );
}

function AlreadyDone() {
  return (
    <div class="auth__form">
      <h1 class="auth__title">{t("setup.done")}</h1>
      <p class="auth__lead">{t("setup.doneText")}</p>
      <p>
        <a class="btn btn--primary btn--lg btn--block" href="/agent">
          {t("setup.toSignIn")}
        </a>
      </p>
    </div>
  );
}

function Steps() {
  return (
    <ol class="steps">
      <li class="step step--done">
        <span class="step__mark">
          <Icon name="check" />
        </span>
        <div>
          <h2>{t("setup.step0")}</h2>
          <p>{t("setup.step0Text")}</p>
        </div>
      </li>
      <li class="step" aria-current="step">
        <span class="step__mark">1</span>
        <div>
          <h2>{t("setup.step1")}</h2>
          <p>{t("setup.step1Text")}</p>
        </div>
      </li>
      <li class="step">
        <span class="step__mark">2</span>
        <div>
          <h2>{t("setup.step2")}</h2>
          <p>{t("setup.step2Text")}</p>
        </div>
      </li>
    </ol>
  );
}

function browserTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
}
