import { useEffect } from "preact/hooks";
import { Announcer } from "../../shared/chat/Announcer";
import { ConnectionBanner } from "../../shared/chat/ConnectionBanner";
import { addTexts, t } from "../../shared/i18n";
import { Toasts } from "../../shared/ui/Toasts";
import { ChatsPage } from "../chats/ChatsPage";
import { ChatPane } from "../conversation/ChatPane";
import { Dashboard } from "../dashboard/Dashboard";
import { DeskDialog } from "../dialogs/DeskDialog";
import { SessionEndedDialog } from "../dialogs/SessionEndedDialog";
import { BubbleDock } from "../dock/BubbleDock";
import { useKeyboard } from "../keyboard/useKeyboard";
import { useDesk } from "../state/desk";
import { place } from "../state/router";
import type { Session } from "../state/session";
import { Rail } from "./Rail";
import { ReminderBars } from "./ReminderBars";
import { Topbar } from "./Topbar";
import { Lazily } from "./Lazily";
import { useActivity, useHeardRequests, usePageTitle, usePersonalRequestToasts } from "./useShell";
import "./shell.css";
import "./targets.css";

const personalization = () => import("../personalization/PersonalizationPage");
const customers = async () =>
  (await Promise.all([import("../customers/CustomersPage"), addTexts("customers")]))[0];

const admin = async () => (await Promise.all([import("../admin/AdminPage"), addTexts("admin")]))[0];

/** Everything around the pages: the sidebar, the banners, the bubble, dialogs and toasts. */
export function Shell({ session }: { session: Session }) {
  const desk = useDesk();
  const at = place.value;
  usePageTitle(desk);
  useActivity(desk);
  usePersonalRequestToasts(desk);
  useHeardRequests(desk);
  useKeyboard(desk);
  useEffect(() => () => (document.title = "Parley"), []);
  useEffect(() => {
    const finish = (): void => desk.undo.doAllNow();
    window.addEventListener("pagehide", finish);
    return () => window.removeEventListener("pagehide", finish);
  }, [desk]);
  if (at.page === "window") return <ChatWindow chat={at.chat} session={session} />;
  return (
    <>
      <a class="skip-link" href="#main">
        {t("shell.skip")}
      </a>
      <div class="shell">
        <Rail session={session} />
        <main class={at.page === "chats" ? "main main--fixed" : "main"} id="main" tabIndex={-1}>
          <ConnectionBanner client={desk.client} />
          <ReminderBars />
          {at.page === "chats" ? (
            <>
              <Topbar title={t("rail.chats")} />
              <ChatsPage chat={at.chat} />
            </>
          ) : at.page === "customers" ? (
            <Lazily page={customers} props={{ customer: at.customer }} />
          ) : at.page === "admin" ? (
            <Lazily page={admin} props={{}} />
          ) : at.page === "personalization" ? (
            <Lazily page={personalization} props={{ section: at.section }} />
          ) : (
            <div class="region" data-region tabIndex={-1}>
              <Dashboard />
            </div>
          )}
        </main>
        <BubbleDock />
      </div>
      <Above session={session} />
    </>
  );
}

/** One chat and nothing else, in a window of its own. */
function ChatWindow({ chat, session }: { chat: string; session: Session }) {
  const desk = useDesk();
  return (
    <>
      <main class="main main--fixed main--window" id="main" tabIndex={-1}>
        <h1 class="visually-hidden">{t("rail.chats")}</h1>
        <ConnectionBanner client={desk.client} />
        <ChatPane
          id={chat}
          leave={{ icon: "x", label: t("dock.closeWindow"), act: () => window.close() }}
          roomy
        />
      </main>
      <Above session={session} />
    </>
  );
}

function Above({ session }: { session: Session }) {
  const desk = useDesk();
  return (
    <>
      <DeskDialog />
      {desk.sessionEnded.value && <SessionEndedDialog session={session} />}
      <Toasts toasts={desk.toasts} />
      <Announcer announcements={desk.announcements} />
    </>
  );
}
