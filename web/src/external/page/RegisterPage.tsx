import { useMemo, useState } from "preact/hooks";
import { AccountForm } from "../../shared/account/AccountForm";
import { registrationForm, registrationRules } from "../../shared/account/forms";
import { LookIntoMail } from "../../shared/account/LookIntoMail";
import { PasswordRuleList } from "../../shared/account/PasswordRuleList";
import { t } from "../../shared/i18n";
import { Api } from "../../shared/net/api";
import { TextField } from "../../shared/ui/Field";
import type { Portal } from "../../shared/window/portal";
import { AccountPage, SignInLink } from "./AccountPage";

/** Somebody makes an account for himself: describes himself, and is sent to his mail. */
export function RegisterPage({ portal }: { portal: Portal }) {
  const form = useMemo(() => registrationForm(new Api("customer")), []);
  const [sent, setSent] = useState(false);
  const desk = portal.desk.value;
  if (!desk) return null;
  if (!desk.registration) {
    return (
      <AccountPage>
        <p>{t("account.off")}</p>
        <p class="account-form__links">
          <SignInLink />
        </p>
      </AccountPage>
    );
  }
  if (sent) {
    const email = form.values.value.email.trim();
    return (
      <AccountPage>
        <LookIntoMail text={t("account.mailRegister", { email })} again={() => setSent(false)} />
      </AccountPage>
    );
  }
  return (
    <AccountPage>
      <AccountForm
        form={form}
        title={t("account.createTitle")}
        lead={t("account.createLead")}
        submit={t("account.submit")}
        done={() => setSent(true)}
        after={
          <p class="account-form__more">
            {t("account.haveOne")} <SignInLink />
          </p>
        }
      >
        <div class="two">
          <TextField
            {...form.field("firstName")}
            label={t("account.firstName")}
            autocomplete="given-name"
            class="input--lg"
            required
          />
          <TextField
            {...form.field("lastName")}
            label={t("account.lastName")}
            autocomplete="family-name"
            class="input--lg"
            required
          />
        </div>
        <TextField
          {...form.field("email")}
          label={t("account.email")}
          type="email"
          autocomplete="email"
          class="input--lg"
          required
        />
        <TextField
          {...form.field("company")}
          label={t("account.company")}
          hint={t("account.companyHint")}
          autocomplete="organization"
          class="input--lg"
        />
        <TextField
          {...form.field("password")}
          label={t("account.password")}
          type="password"
          autocomplete="new-password"
          class="input--lg"
          required
        />
        <PasswordRuleList rules={registrationRules(form.values.value)} />
      </AccountForm>
    </AccountPage>
  );
}
