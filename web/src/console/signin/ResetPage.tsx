import { useEffect, useMemo } from "preact/hooks";
import { Forgotten, NewPassword } from "../../shared/account/PasswordReset";
import { t } from "../../shared/i18n";
import { Api } from "../../shared/net/api";
import { address, follow, type Place } from "../state/router";
import { AuthLayout } from "./AuthLayout";
import { Scene } from "./Scene";

/** An agent has forgotten his password, or comes with the link to choose a new one. */
export function ResetPage({ token }: { token: string | undefined }) {
  const api = useMemo(() => new Api("agent"), []);
  useEffect(() => {
    document.title = t("signIn.pageTitle");
  });
  const own = {
    api,
    as: "agent",
    signIn: <Link to={{ page: "dashboard" }} text={t("account.toSignIn")} />,
  } as const;
  const newLink = <Link to={{ page: "reset" }} text={t("account.newLink")} />;
  return (
    <AuthLayout panel={<Scene />} decorative>
      <div class="auth__form">
        {token ? <NewPassword {...own} token={token} newLink={newLink} /> : <Forgotten {...own} />}
      </div>
    </AuthLayout>
  );
}

function Link({ to, text }: { to: Place; text: string }) {
  return (
    <a href={address(to)} onClick={follow(to)}>
      {text}
    </a>
  );
}
