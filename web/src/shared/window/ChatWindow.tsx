import { useEffect, useId, useRef } from "preact/hooks";
import type { Portal } from "./portal";
import { onPhone } from "./phone";
import { StartView } from "./StartView";
import { WindowTitle } from "./WindowBar";

interface ChatWindowProps {
  portal: Portal;
  close(): void;
}

/** Where one chats. Not modal beside the page; on a phone it fills the screen and the page behind it rests. */
export function ChatWindow({ portal, close }: ChatWindowProps) {
  const box = useRef<HTMLElement>(null);
  const heading = useId();
  const view = portal.window.view.value;
  const chatting = portal.chatting.value;
  const wanted = portal.window.wantsFocus.value;
  const settled = viewSettled(portal);
  useEffect(() => {
    if (!wanted || !settled || !portal.window.takeFocus()) return;
    requestAnimationFrame(() => enter(box.current));
  }, [wanted, settled, view]);
  return (
    <section
      class="chatwin widget"
      role="dialog"
      aria-modal={onPhone.value}
      aria-labelledby={heading}
      ref={box}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !inLayerAbove(event.target)) close();
      }}
    >
      <WindowTitle.Provider value={heading}>
        <Shown portal={portal} close={close} />
        {chatting && <chatting.IncomingStrip portal={portal} />}
      </WindowTitle.Provider>
    </section>
  );
}

function Shown({ portal, close }: ChatWindowProps) {
  const view = portal.window.view.value;
  const client = portal.client.value;
  const chatting = portal.chatting.value;
  if (!client || !chatting || view.name === "start") return <StartView portal={portal} close={close} />;
  if (view.name === "list" && portal.known.value)
    return <chatting.ListView portal={portal} client={client} close={close} />;
  // Who only gave a name has one chat: it is his list.
  const id = view.name === "chat" ? view.id : client.chats.open.value[0]?.id;
  if (!id) return <StartView portal={portal} close={close} />;
  return <chatting.ChatView key={id} portal={portal} client={client} id={id} close={close} />;
}

/** False while it is not known yet what the window will show: the focus waits for it. */
function viewSettled(portal: Portal): boolean {
  const chats = portal.client.value?.chats;
  const view = portal.window.view.value;
  if (!chats || view.name === "start") return true;
  return view.name === "chat" ? chats.find(view.id) !== undefined : chats.ready.value;
}

/** Directly into the composer if there is one, else to the heading, so that the next Tab reaches the first control. */
function enter(box: HTMLElement | null): void {
  const target =
    box?.querySelector<HTMLElement>(".composer__input") ?? box?.querySelector<HTMLElement>("[data-heading]");
  target?.focus();
}

/** Escape in a menu or dialog of the window closes only that. */
function inLayerAbove(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("dialog, [popover]") !== null;
}
