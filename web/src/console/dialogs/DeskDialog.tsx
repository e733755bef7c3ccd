import { useEffect, useState } from "preact/hooks";
import { Palette } from "../keyboard/Palette";
import type { ShortcutsDialog } from "../keyboard/ShortcutsDialog";
import { useDesk } from "../state/desk";
import { ChannelDialog } from "./ChannelDialog";
import { CloseDialog } from "./CloseDialog";
import { InviteDialog } from "./InviteDialog";
import { MyChannelsDialog } from "./MyChannelsDialog";
import { NoteDialog } from "./NoteDialog";
import { PreviewDialog } from "./PreviewDialog";
import { RequestChatDialog } from "./RequestChatDialog";
import { SessionsDialog } from "./SessionsDialog";
import "./dialogs.css";

/** The one dialog that is open, if any. */
export function DeskDialog() {
  const desk = useDesk();
  const shown = desk.dialog.value;
  const close = () => (desk.dialog.value = undefined);
  switch (shown?.name) {
    case undefined:
      return null;
    case "request-chat":
      return <RequestChatDialog key={shown.to.id} to={shown.to} continues={shown.continues} close={close} />;
    case "preview":
      return <PreviewDialog key={shown.request.chat} request={shown.request} close={close} />;
    case "invite":
      return <InviteDialog state={shown.chat} close={close} />;
    case "channel":
      return <ChannelDialog state={shown.chat} close={close} />;
    case "close":
      return <CloseDialog state={shown.chat} close={close} />;
    case "note":
      return <NoteDialog state={shown.chat} close={close} />;
    case "my-channels":
      return <MyChannelsDialog close={close} />;
    case "sessions":
      return <SessionsDialog close={close} />;
    case "palette":
      // At hand at once: the next key is for it already.
      return <Palette close={close} />;
    case "shortcuts":
      return <Shortcuts close={close} />;
  }
}

/** Loaded when it is first asked for. */
function Shortcuts({ close }: { close: () => void }) {
  const [Shown, setShown] = useState<typeof ShortcutsDialog | undefined>(undefined);
  useEffect(() => {
    import("../keyboard/ShortcutsDialog").then((loaded) => setShown(() => loaded.ShortcutsDialog), close);
  }, []);
  return Shown ? <Shown close={close} /> : null;
}
