import { t } from "../../shared/i18n";
import { Dialog } from "../../shared/ui/Dialog";
import { SignInForm } from "../signin/SignInForm";
import { useDesk } from "../state/desk";
import type { Session } from "../state/session";

/** Over the page that keeps everything: the same agent signs in again and goes on where he was. */
export function SessionEndedDialog({ session }: { session: Session }) {
  const desk = useDesk();
  const signIn = async (login: string, password: string) => {
    const me = await session.signIn(login, password);
    if (me.id === desk.me.value.id) {
      desk.me.value = me;
      desk.client.start();
    } else {
      location.reload();
    }
  };
  return (
    <Dialog title={t("ended.title")} sub={t("ended.text", { name: desk.me.value.name })} width={420}>
      <div class="dialog__body">
        <SignInForm class="dialog__form" signIn={signIn} login={desk.me.value.email ?? ""} />
      </div>
    </Dialog>
  );
}
