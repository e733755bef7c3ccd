import { useEffect, useMemo } from "preact/hooks";
import { t } from "../shared/i18n";
import { explain } from "../shared/i18n/errors";
import { Api } from "../shared/net/api";
import type { Me } from "../shared/net/wire";
import { Button } from "../shared/ui/Button";
import { Shell } from "./shell/Shell";
import { ResetPage } from "./signin/ResetPage";
import { SignInPage } from "./signin/SignInPage";
import { Desk, DeskContext } from "./state/desk";
import { place } from "./state/router";
import { Session } from "./state/session";

/** The console: signed out it is the sign-in page, signed in it is the workplace. */
export function App() {
  const at = place.value;
  return at.page === "reset" ? <ResetPage key={at.token} token={at.token} /> : <SignedInOrNot />;
}

function SignedInOrNot() {
  const session = useMemo(() => new Session(new Api("agent")), []);
  useEffect(() => void session.begin(), [session]);
  const state = session.state.value;
  switch (state.name) {
    case "asking":
      return null;
    case "setup-needed":
      location.replace("/setup");
      return null;
    case "unreachable":
      return <Unreachable error={state.error} tryAgain={() => void session.begin()} />;
    case "signed-out":
      return <SignInPage session={session} />;
    case "signed-in":
      return <Workplace key={state.me.id} me={state.me} session={session} />;
  }
}

function Workplace({ me, session }: { me: Me; session: Session }) {
  const desk = useMemo(() => new Desk(me), [me]);
  useEffect(() => {
    desk.start();
    return () => desk.stop();
  }, [desk]);
  return (
    <DeskContext.Provider value={desk}>
      <Shell session={session} />
    </DeskContext.Provider>
  );
}

function Unreachable({ error, tryAgain }: { error: unknown; tryAgain: () => void }) {
  return (
    <main class="empty unreachable">
      <h1 class="empty__title">{t("console.unreachable")}</h1>
      <p role="alert">{explain(error)}</p>
      <Button kind="primary" onClick={tryAgain}>
        {t("common.tryAgain")}
      </Button>
    </main>
  );
}
