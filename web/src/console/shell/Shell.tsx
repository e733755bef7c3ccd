import { useEffect } from "preact/hooks";
import { Announcer } from "../../shared/chat/Announcer";
import { ConnectionBanner } from "../../shared/chat/ConnectionBanner";
import { t } from "../../shared/i18n";
import { Toasts } from "../../shared/ui/Toasts";
import { ChatsPage } from "../chats/ChatsPage";
import { Dashboard } from "../dashboard/Dashboard";
import { DeskDialog } from "../dialogs/DeskDialog";
import { SessionEndedDialog } from "../dialogs/SessionEndedDialog";
import { BubbleDock } from "../dock/BubbleDock";
import { useDesk } from "../state/desk";
import { place } from "../state/router";
import type { Session } from "../state/session";
import { Rail } from "./Rail";
import { ReminderBars } from "./ReminderBars";
import { Topbar } from "./Topbar";
import { useActivity, usePageTitle, usePersonalRequestToasts } from "./useShell";
import { Lazily } from "./Lazily";
import "./shell.css";

const personalization = () => import("../personalization/PersonalizationPage");

/** Everything around the pages: the sidebar, the banners, the bubble, dialogs and toasts. */
export function Shell({ session }: { session: Session }) {
  const desk = useDesk();
  const at = place.value;
  usePageTitle(desk);
  useActivity(desk);
  usePersonalRequestToasts(desk);
  useEffect(() => () => (document.title = "Parley"), []);
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
          ) : at.page === "personalization" ? (
            <Lazily page={personalization} props={{ section: at.section }} />
          ) : (
            <Dashboard />
          )}
        </main>
        <BubbleDock />
      </div>
      <DeskDialog />
      {desk.sessionEnded.value && <SessionEndedDialog session={session} />}
      <Toasts toasts={desk.toasts} />
      <Announcer announcements={desk.announcements} />
    </>
  );
}
