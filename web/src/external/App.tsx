import { useEffect } from "preact/hooks";
import { t } from "../shared/i18n";
import { Icon } from "../shared/ui/Icon";
import { ConfirmPage } from "./page/ConfirmPage";
import { HomePage } from "./page/HomePage";
import { RegisterPage } from "./page/RegisterPage";
import { ResetPage } from "./page/ResetPage";
import { SiteFooter, SiteHeader } from "./page/Site";
import { SignInPage } from "./page/SignInPage";
import { TranscriptPage } from "./page/TranscriptPage";
import { WelcomePage } from "./page/WelcomePage";
import { onPhone } from "../shared/window/phone";
import type { Portal } from "../shared/window/portal";
import { route, type Route } from "./route";
import { Dock } from "../shared/window/Dock";

/** The external interface: pages for the customer, and the chat window bottom right on all of them. */
export function App({ portal }: { portal: Portal }) {
  useActivity(portal);
  const { desk, visitor, window: chatWindow } = portal;
  const unread = portal.client.value?.chats.unread.value ?? 0;
  const name = desk.value?.name ?? "";
  useEffect(() => {
    document.title = (unread > 0 ? `(${unread}) ` : "") + name;
  }, [unread, name]);
  const chatting = portal.chatting.value;
  const covered = onPhone.value && chatWindow.open.value;
  return (
    <>
      <div class="site-page" inert={covered}>
        <a class="skip-link" href="#main">
          {t("external.skip")}
        </a>
        <SiteHeader portal={portal} />
        <main id="main" class="wrap" tabIndex={-1}>
          {visitor.value.name !== "asking" && <Page portal={portal} />}
        </main>
        <SiteFooter portal={portal} />
      </div>
      {visitor.value.name !== "asking" && visitor.value.name !== "unreachable" && <Dock portal={portal} />}
      {chatting && <chatting.Announcer announcements={portal.announcements} />}
    </>
  );
}

function Page({ portal }: { portal: Portal }) {
  const visitor = portal.visitor.value;
  const customer = portal.customer.value;
  if (visitor.name === "unreachable") return <Unreachable retry={() => void portal.start()} />;
  const at = route.value;
  if ((at.name === "register" || at.name === "reset") && (at.token || !customer)) {
    return <AccountRoute portal={portal} at={at} />;
  }
  if (customer && at.name === "conversation") {
    return <TranscriptPage key={at.id} portal={portal} client={customer} id={at.id} />;
  }
  if (customer) return <HomePage portal={portal} client={customer} />;
  if (at.name === "conversation") return <SignInPage portal={portal} />;
  return <WelcomePage portal={portal} />;
}

function AccountRoute({
  portal,
  at,
}: {
  portal: Portal;
  at: Extract<Route, { name: "register" | "reset" }>;
}) {
  if (at.name === "reset") return <ResetPage key={at.token} token={at.token} />;
  return at.token ? <ConfirmPage key={at.token} token={at.token} /> : <RegisterPage portal={portal} />;
}

function Unreachable({ retry }: { retry: () => void }) {
  return (
    <div class="head empty" role="alert">
      <Icon name="alert" />
      <h1 class="empty__title">{t("external.unreachable")}</h1>
      <button type="button" class="btn btn--secondary btn--lg" onClick={retry}>
        {t("common.tryAgain")}
      </button>
    </div>
  );
}

function useActivity(portal: Portal): void {
  useEffect(() => {
    const ends = new AbortController();
    const options = { signal: ends.signal, passive: true };
    const touched = (): void => portal.client.value?.active();
    document.addEventListener("pointerdown", touched, options);
    document.addEventListener("keydown", touched, options);
    return () => ends.abort();
  }, [portal]);
}
