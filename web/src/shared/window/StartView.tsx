import { useRef } from "preact/hooks";
import { t } from "../i18n";
import type { Portal } from "./portal";
import { DeskLine, Nobody } from "./Away";
import { CustomerStart } from "./CustomerStart";
import { PublicStart } from "./PublicStart";
import "./states.css";
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
    <WindowBar
      title={title}
      sub={<DeskLine portal={portal} quiet={customer !== undefined} />}
      back={back}
      close={close}
      leaves
    />
  );
  // Once there, the form stays with what was typed in it, also when the last agent goes.
  const asked = useRef(false);
  asked.current ||= portal.offered.value.length > 0;
  if (desk && !asked.current) return [bar, <Nobody key="nobody" portal={portal} desk={desk} />];
  return (
    <>
      {bar}
      {customer ? <CustomerStart portal={portal} client={customer} /> : <PublicStart portal={portal} />}
    </>
  );
}
