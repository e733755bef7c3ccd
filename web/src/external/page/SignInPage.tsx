import { t } from "../../shared/i18n";
import { Icon } from "../../shared/ui/Icon";
import type { Portal } from "../../shared/window/portal";
import { SignInForm } from "./SignInForm";

export function SignInPage({ portal }: { portal: Portal }) {
  return (
    <div class="narrow">
      <h1 class="title">{t("external.signIn")}</h1>
      <SignedOutNote portal={portal} />
      <SignInForm portal={portal} />
    </div>
  );
}

/** Says why the customer is asked again, when his session has ended by itself. */
export function SignedOutNote({ portal }: { portal: Portal }) {
  const visitor = portal.visitor.value;
  if (visitor.name !== "nobody" || !visitor.signedOut) return null;
  return (
    <div class="banner banner--info" role="status">
      <Icon name="info" />
      {t("external.signedOut")}
    </div>
  );
}
