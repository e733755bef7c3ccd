import { useRef } from "preact/hooks";
import { t } from "../i18n";
import type { Portal } from "./portal";
import { DeskLine, Nobody } from "./Away";
import { PublicStart } from "./PublicStart";
import { WindowBar } from "./WindowBar";

interface StartViewProps {
  portal: Portal;
  close(): void;
}

/** A new conversation: for the signed-in customer, or for whoever gives a name. */
export function StartView({ portal, close }: StartViewProps) {
  const known = portal.known.value;
  const chatting = portal.chatting.value;
  const desk = portal.desk.value;
  const title = known ? t("window.newConversation") : (desk?.name ?? "");
  const back = known ? () => portal.window.show({ name: "list" }) : undefined;
  const bar = (
    <WindowBar
      title={title}
      sub={<DeskLine portal={portal} quiet={known !== undefined} />}
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
      {known && chatting ? (
        <chatting.CustomerStart portal={portal} client={known} />
      ) : (
        <PublicStart key={portal.suggested.value.form} portal={portal} />
      )}
    </>
  );
}
