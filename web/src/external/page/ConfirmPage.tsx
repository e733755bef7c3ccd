import { useEffect, useMemo, useState } from "preact/hooks";
import { AccountForm } from "../../shared/account/AccountForm";
import { AccountTitle } from "../../shared/account/AccountTitle";
import { BadLink } from "../../shared/account/BadLink";
import type { Form } from "../../shared/account/form";
import { confirm, confirmationForm, linkFault } from "../../shared/account/forms";
import { t } from "../../shared/i18n";
import { explain } from "../../shared/i18n/errors";
import { Api, ApiError } from "../../shared/net/api";
import { Button } from "../../shared/ui/Button";
import { TextField } from "../../shared/ui/Field";
import { AccountPage, RegisterLink, ResetLink, SignInLink } from "./AccountPage";

/** Follows the link of a registration: at once in the browser that asked, with the password in any other. */
export function ConfirmPage({ token }: { token: string }) {
  const api = useMemo(() => new Api("customer"), []);
  const form = useMemo(() => confirmationForm(api, token), [api, token]);
  const [refused, setRefused] = useState<unknown>(undefined);
  const follow = (): void => {
    setRefused(undefined);
    confirm(api, token).then(enter, setRefused);
  };
  useEffect(follow, [api, token]);
  const asked = fieldsOf(refused)["password"] === "required";
  const error = asked ? form.failure.value : refused;
  return (
    <AccountPage>
      {linkFault(error) || fieldsOf(error)["email"] ? (
        <DeadEnd error={error} />
      ) : asked ? (
        <Password form={form} />
      ) : error ? (
        <Failed error={error} again={follow} />
      ) : (
        <p role="status">{t("account.confirming")}</p>
      )}
    </AccountPage>
  );
}

function Password({ form }: { form: Form<"password"> }) {
  return (
    <AccountForm
      form={form}
      title={t("account.confirmTitle")}
      lead={t("account.confirmLead")}
      submit={t("account.confirmSubmit")}
      done={enter}
    >
      <TextField
        {...form.field("password")}
        label={t("account.password")}
        type="password"
        autocomplete="current-password"
        class="input--lg"
        required
      />
    </AccountForm>
  );
}

/** With this link there is no account to be had. */
function DeadEnd({ error }: { error: unknown }) {
  const fault = linkFault(error);
  if (!fault) {
    return (
      <div class="account-form">
        <AccountTitle title={t("account.confirmTitle")} lead={t("account.taken")} />
        <div class="account-form__links">
          <SignInLink />
          <ResetLink text={t("account.forgot")} />
        </div>
      </div>
    );
  }
  return (
    <BadLink fault={fault}>
      <RegisterLink text={t("account.newLink")} />
      <SignInLink />
    </BadLink>
  );
}

function Failed({ error, again }: { error: unknown; again: () => void }) {
  return (
    <div class="account-form" role="alert">
      <p>{explain(error)}</p>
      <div>
        <Button size="lg" onClick={again}>
          {t("common.tryAgain")}
        </Button>
      </div>
    </div>
  );
}

function fieldsOf(error: unknown): ApiError["fields"] {
  return error instanceof ApiError ? error.fields : {};
}

/** The session's cookie is set; the page begins anew with it. */
function enter(): void {
  location.replace("/");
}
