import { t } from "../../shared/i18n";
import type { Portal } from "../../shared/window/portal";
import { ChatCard } from "./ChatCard";
import { SignedOutNote } from "./SignInPage";
import { SignInForm } from "./SignInForm";

/** What somebody sees who is not signed in. */
export function WelcomePage({ portal }: { portal: Portal }) {
  return (
    <>
      <div class="head">
        <div>
          <h1 class="title">{t("external.welcome")}</h1>
          <p class="lead">{t("external.welcomeLead")}</p>
        </div>
      </div>
      <div class="stack stack--gap">
        <SignedOutNote portal={portal} />
        <SignInForm portal={portal} />
      </div>
      <aside class="side">
        <ChatCard portal={portal} />
      </aside>
    </>
  );
}
