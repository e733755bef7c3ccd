import { useEffect, useRef } from "preact/hooks";
import { plural, t } from "../../shared/i18n";
import { Icon } from "../../shared/ui/Icon";
import { ChatPane } from "../conversation/ChatPane";
import { useDesk } from "../state/desk";
import { address, bubbled, follow } from "../state/router";
import { ConversationPanel } from "./ConversationPanel";
import { useStepAside } from "./useStepAside";
import "./dock.css";
import "./stepAside.css";

/** The chat bubble: the launcher bottom right, the list of conversations and the open windows beside it. */
export function BubbleDock() {
  const desk = useDesk();
  const { dock } = desk;
  const panel = useRef<HTMLDivElement>(null);
  const low = useStepAside(panel);
  if (!bubbled()) return null;
  if (dock.narrow.value) return <PhoneLauncher />;
  const open = dock.listOpen.value || dock.windows.value.length > 0;
  return (
    <aside class="bubble" aria-label={t("dock.label")} data-region>
      {open && (
        <div ref={panel} class={low.value ? "panel panel--low" : "panel"}>
          {dock.listOpen.value && <ConversationPanel />}
          {dock.windows.value.toReversed().map((id) => (
            <DockedChat key={id} id={id} />
          ))}
        </div>
      )}
      <Launcher />
    </aside>
  );
}

function DockedChat({ id }: { id: string }) {
  const { dock } = useDesk();
  const workspace = { page: "chats", chat: id } as const;
  return (
    <div class={dock.large(id) ? "chatwin chatwin--large" : "chatwin"}>
      <ChatPane
        id={id}
        leave={{ icon: "minus", label: t("dock.minimise"), act: () => dock.hide(id) }}
        extra={
          <a
            class="icon-btn"
            href={address(workspace)}
            aria-label={t("dock.toWorkspace")}
            title={t("dock.toWorkspace")}
            onClick={follow(workspace)}
          >
            <Icon name="maximize" />
          </a>
        }
      />
    </div>
  );
}

function Launcher() {
  const desk = useDesk();
  const button = useRef<HTMLButtonElement>(null);
  const open = desk.dock.listOpen.value;
  const unread = desk.chats.unread.value;
  useEffect(() => {
    // Whoever closes a window by its button goes on from here.
    if (document.activeElement === document.body && desk.dock.windows.peek().length > 0)
      button.current?.focus();
  }, [desk.dock.windows.value.length]);
  const name = unread > 0 ? plural("dock.openUnread", unread) : t("dock.open");
  return (
    <div class="dock">
      <button
        ref={button}
        class="launcher"
        type="button"
        aria-expanded={open}
        aria-label={open ? t("dock.close") : name}
        onClick={() => desk.dock.toggleList()}
      >
        <Icon name={open ? "chevron-down" : "chats"} />
        {unread > 0 && !open && (
          <span class="count count--alert" aria-hidden="true">
            {unread}
          </span>
        )}
      </button>
    </div>
  );
}

/** On a phone there is no room for windows: the launcher leads to the chats page. */
function PhoneLauncher() {
  const unread = useDesk().chats.unread.value;
  return (
    <aside class="dock" aria-label={t("dock.label")} data-region>
      <a
        class="launcher"
        href={address({ page: "chats" })}
        aria-label={unread > 0 ? plural("dock.openUnread", unread) : t("dock.open")}
        onClick={follow({ page: "chats" })}
      >
        <Icon name="chats" />
        {unread > 0 && (
          <span class="count count--alert" aria-hidden="true">
            {unread}
          </span>
        )}
      </a>
    </aside>
  );
}
