import { useMemo } from "preact/hooks";
import { Forgotten, NewPassword } from "../../shared/account/PasswordReset";
import { t } from "../../shared/i18n";
import { Api } from "../../shared/net/api";
import { AccountPage, ResetLink, SignInLink } from "./AccountPage";

/** A customer user has forgotten his password, or comes with the link to choose a new one. */
export function ResetPage({ token }: { token: string | undefined }) {
  const api = useMemo(() => new Api("customer"), []);
  const own = { api, as: "customer", signIn: <SignInLink /> } as const;
  return (
    <AccountPage>
      {token ? (
        <NewPassword {...own} token={token} newLink={<ResetLink text={t("account.newLink")} />} />
      ) : (
        <Forgotten {...own} />
      )}
    </AccountPage>
  );
}
