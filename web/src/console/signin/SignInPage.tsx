import { useEffect } from "preact/hooks";
import { useSignal } from "@preact/signals";
import { t } from "../../shared/i18n";
import type { Desk } from "../../shared/net/wire";
import { Api } from "../../shared/net/api";
import { Avatar } from "../../shared/ui/Avatar";
import type { Session } from "../state/session";
import { AuthLayout } from "./AuthLayout";
import { SignInForm } from "./SignInForm";

export function SignInPage({ session }: { session: Session }) {
  const deskName = useDeskName();
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
            <p class="auth__lead">{t("signIn.lead", { desk: deskName })}</p>
          </div>
        }
        after={
          <p class="small muted">
            {t("signIn.customer")} <a href="/">{t("signIn.customerLink")}</a>
          </p>
        }
      />
    </AuthLayout>
  );
}

function useDeskName(): string {
  const name = useSignal("Parley");
  useEffect(() => {
    const api = new Api("agent");
    // The name is an ornament: without it the form works all the same.
    api.get<Desk>("/desk").then(
      (desk) => (name.value = desk.name),
      () => undefined,
    );
  }, [name]);
  return name.value;
}

function Scene() {
  const owen = { id: "scene-owen", kind: "customer_user", name: "Owen Pritchard" } as const;
  const maya = { id: "scene-maya", kind: "agent", name: "Maya Okafor" } as const;
  return (
    <>
      <div class="scene">
        <div class="scene__row">
          <Avatar person={owen} size="md" />
          <p class="scene__bubble">{t("signIn.scene1")}</p>
        </div>
        <div class="scene__row scene__row--own">
          <p class="scene__bubble">{t("signIn.scene2")}</p>
          <Avatar person={maya} size="md" />
        </div>
        <div class="scene__row">
          <Avatar person={owen} size="md" />
          <p class="scene__bubble">{t("signIn.scene3")}</p>
        </div>
      </div>
      <div class="scene__copy">
        <h2>{t("signIn.claim")}</h2>
        <p>{t("signIn.claimText")}</p>
      </div>
    </>
  );
}
