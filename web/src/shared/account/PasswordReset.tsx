import type { ComponentChildren } from "preact";
import { useMemo, useState } from "preact/hooks";
import { t } from "../i18n";
import type { Api } from "../net/api";
import { TextField } from "../ui/Field";
import { AccountForm } from "./AccountForm";
import { AccountTitle } from "./AccountTitle";
import { BadLink } from "./BadLink";
import { forgottenForm, linkFault, newPasswordForm, type AccountKind } from "./forms";
import { LookIntoMail } from "./LookIntoMail";
import { PasswordRuleList } from "./PasswordRuleList";
import { passwordRules } from "./passwordRules";

interface ForgottenProps {
  api: Api;
  as: AccountKind;
  signIn: ComponentChildren;
}

/** Asks for the mail with the link. */
export function Forgotten({ api, as, signIn }: ForgottenProps) {
  const form = useMemo(() => forgottenForm(api, as), [api, as]);
  const [sent, setSent] = useState(false);
  if (sent) {
    const email = form.values.value.email.trim();
    return <LookIntoMail text={t("account.mailReset", { email })} again={() => setSent(false)} />;
  }
  return (
    <AccountForm
      form={form}
      title={t("account.forgotTitle")}
      lead={t("account.forgotLead")}
      submit={t("account.forgotSubmit")}
      done={() => setSent(true)}
      after={<p class="account-form__links">{signIn}</p>}
    >
      <TextField
        {...form.field("email")}
        label={t("account.email")}
        type="email"
        name="email"
        autocomplete="email"
        class="input--lg"
        required
      />
    </AccountForm>
  );
}

interface NewPasswordProps extends ForgottenProps {
  token: string;
  newLink: ComponentChildren;
}

/** Takes the new password of whoever came with the link. */
export function NewPassword({ api, as, token, signIn, newLink }: NewPasswordProps) {
  const form = useMemo(() => newPasswordForm(api, as, token), [api, as, token]);
  const [changed, setChanged] = useState(false);
  const fault = linkFault(form.failure.value);
  if (fault) {
    return (
      <BadLink fault={fault}>
        {newLink}
        {signIn}
      </BadLink>
    );
  }
  if (changed) {
    return (
      <div class="account-form">
        <AccountTitle title={t("account.changedTitle")} lead={t("account.changed")} />
        <p>{signIn}</p>
      </div>
    );
  }
  return (
    <AccountForm
      form={form}
      title={t("account.newTitle")}
      lead={t("account.newLead")}
      submit={t("account.newSubmit")}
      done={() => setChanged(true)}
    >
      <TextField
        {...form.field("password")}
        label={t("account.newPassword")}
        type="password"
        name="new-password"
        autocomplete="new-password"
        class="input--lg"
        required
      />
      <PasswordRuleList rules={passwordRules(form.values.value.password, [])} />
    </AccountForm>
  );
}
