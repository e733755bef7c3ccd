import { useEffect } from "preact/hooks";
import { useSignal } from "@preact/signals";
import { t } from "../../shared/i18n";
import type { Desk } from "../../shared/net/wire";
import { Api } from "../../shared/net/api";
import { address, follow } from "../state/router";
import type { Session } from "../state/session";
import { AuthLayout } from "./AuthLayout";
import { Scene } from "./Scene";
import { SignInForm } from "./SignInForm";

export function SignInPage({ session }: { session: Session }) {
  const desk = useDeskOnOffer();
  useEffect(() => {
    document.title = t("signIn.pageTitle");
  });
  return (
    <AuthLayout panel={<Scene />} decorative>
      <SignInForm
        class="auth__form"
        signIn={(login, password) => session.signIn(login, password)}
        heading={
          <div>
            <h1 class="auth__title">{t("signIn.title")}</h1>
            <p class="auth__lead">{t("signIn.lead", { desk: desk?.name ?? "Parley" })}</p>
          </div>
        }
        forgot={desk?.passwordReset && <ForgotLink />}
        after={
          <p class="small muted">
            {t("signIn.customer")} <a href="/">{t("signIn.customerLink")}</a>
          </p>
        }
      />
    </AuthLayout>
  );
}

function ForgotLink() {
  const to = { page: "reset" } as const;
  return (
    <a href={address(to)} onClick={follow(to)}>
      {t("account.forgot")}
    </a>
  );
}

function useDeskOnOffer(): Desk | undefined {
  const desk = useSignal<Desk | undefined>(undefined);
  useEffect(() => {
    const api = new Api("agent");
    // Its name and the way to a new password are extras: without them the form works all the same.
    api.get<Desk>("/desk").then(
      (answer) => (desk.value = answer),
      () => undefined,
    );
  }, [desk]);
  return desk.value;
}
