import { t } from "../../shared/i18n";
import { Dialog } from "../../shared/ui/Dialog";
import { SessionList } from "./SessionList";

export function SessionsDialog({ close }: { close: () => void }) {
  return (
    <Dialog title={t("me.sessions")} sub={t("sessions.sub")} onClose={close}>
      <div class="dialog__body dialog__form">
        <SessionList />
      </div>
    </Dialog>
  );
}
