import { t } from "../shared/i18n";
import type { Widget } from "../shared/net/wire";
import { Icon } from "../shared/ui/Icon";
import { ChatWindow } from "../shared/window/ChatWindow";
import { onPhone } from "../shared/window/phone";
import type { Frame } from "./frame";
import type { WidgetSession } from "./session";

interface AppProps {
  frame: Frame;
  session: WidgetSession;
  widget: Widget;
  /** A window of its own that could not reach the page it came from. */
  cutOff: boolean;
}

/** The chat window, as large as its frame; below it what this browser does not let us do. */
export function App({ frame, session, widget, cutOff }: AppProps) {
  const { portal } = frame;
  const { visitor } = portal;
  const chatting = portal.chatting.value;
  const open = portal.window.open.value;
  const stranger = widget.signedOnly && !portal.client.value;
  return (
    <div class={onPhone.value ? "frame chat--customer chat--phone" : "frame chat--customer"}>
      {open && visitor.value.name === "unreachable" && <Note text={t("error.offline")} />}
      {open && stranger && <Note text={t("widget.signedOnly")} />}
      {open && visitor.value.name !== "asking" && <ChatWindow portal={portal} close={() => frame.close()} />}
      {open && cutOff && !portal.client.value && <Note text={t("widget.cutOff")} />}
      {open && session.inMemory.value && <Note text={t("widget.inMemory")} />}
      {chatting && <chatting.Announcer announcements={portal.announcements} />}
    </div>
  );
}

function Note({ text }: { text: string }) {
  return (
    <p class="frame__note" role="status">
      <Icon name="info" size="sm" />
      {text}
    </p>
  );
}
