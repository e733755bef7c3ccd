import { t } from "../i18n";
import type { Portal } from "./portal";
import { CustomerStart } from "./CustomerStart";
import { PublicStart } from "./PublicStart";
import { WindowBar } from "./WindowBar";

interface StartViewProps {
  portal: Portal;
  close(): void;
}

/** A new conversation: for the signed-in customer, or for whoever gives a name. */
export function StartView({ portal, close }: StartViewProps) {
  const customer = portal.customer.value;
  const desk = portal.desk.value;
  const title = customer ? t("window.newConversation") : (desk?.name ?? "");
  const back = customer ? () => portal.window.show({ name: "list" }) : undefined;
  const bar = (
    <WindowBar title={title} sub={customer ? undefined : t("window.hello")} back={back} close={close} />
  );
  if (desk && portal.offered.value.length === 0) return [bar, <Nobody key="nobody" />];
  return (
    <>
      {bar}
      {customer ? <CustomerStart portal={portal} client={customer} /> : <PublicStart portal={portal} />}
    </>
  );
}

function Nobody() {
  return (
    <div class="widget__body widget__body--pad">
      <p class="empty__title">{t("window.nobody")}</p>
      <p class="sub">{t("window.nobodyText")}</p>
    </div>
  );
}
