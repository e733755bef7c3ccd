import type { ChatState } from "../../shared/chat/chatState";
import { chatTitle } from "../../shared/chat/names";
import { t } from "../../shared/i18n";
import type { Action, Chat, Level } from "../../shared/net/wire";
import type { MenuItem } from "../../shared/ui/Menu";
import type { Desk } from "../state/desk";
import { reopenWith } from "../state/mine";
import { address, bubbled, place } from "../state/router";

/** The actions of a chat its agent may take. One that is impossible only now is there as well and says why. */
export function chatMenu(desk: Desk, state: ChatState): MenuItem[][] {
  const { may } = state.chat.value.my;
  const alone = leavesNobody(desk, state.chat.value);
  const reopenable = reopenWith(state.chat.value, desk.client.me) !== undefined;
  const toLevel = (level: Level) => () => void desk.change(state.id, "level", { level });
  const all: Partial<Record<Action, MenuItem>>[] = [
    {
      invite: { label: t("menu.invite"), icon: "user-plus", choose: open(desk, "invite", state) },
      change_channel: { label: t("menu.channel"), icon: "swap", choose: open(desk, "channel", state) },
    },
    {
      own: { label: t("menu.own"), icon: "shield", choose: toLevel("owner") },
      participate: { label: t("menu.participate"), icon: "user", choose: toLevel("participant") },
      observe: { label: t("menu.observe"), icon: "eye", choose: toLevel("observer"), ...alone },
    },
    {
      leave_note: { label: t("menu.note"), icon: "note", choose: open(desk, "note", state) },
      reopen: { label: t("menu.reopen"), icon: "refresh", choose: () => desk.reopen(state.chat.value) },
      withdraw: {
        label: t("menu.withdraw"),
        icon: "reply",
        choose: () => void desk.change(state.id, "withdraw"),
      },
      leave: { label: t("menu.leave"), icon: "leave", choose: () => void desk.leave(state.id), ...alone },
      close: { label: t("menu.close"), icon: "close-chat", danger: true, choose: open(desk, "close", state) },
    },
  ];
  const [talk = [], levels = [], endings = []] = all
    .map((group) =>
      Object.entries(group).filter(
        ([action, { disabled }]) =>
          (may.includes(action as Action) || disabled) && (action !== "reopen" || reopenable),
      ),
    )
    .map((group) => group.map(([, item]) => item));
  return [talk, levels, views(desk, state), endings].filter((group) => group.length > 0);
}

/** Who contributes may leave or only observe, unless somebody from outside would be left alone. */
function leavesNobody(desk: Desk, chat: Chat): Pick<MenuItem, "disabled"> {
  const { level, state, may } = chat.my;
  const contributes = chat.status === "active" && state === "active" && level !== "observer";
  if (!contributes || may.includes("leave") || !may.includes("post")) return {};
  return { disabled: t("menu.alone", { name: chatTitle(chat, desk.client.me) }) };
}

/** Where and how the chat is shown, which needs no permission. */
function views(desk: Desk, state: ChatState): MenuItem[] {
  const { dock } = desk;
  const { id } = state;
  const items: MenuItem[] = [];
  const foreign = state.entries.value.some((e) => e.kind === "message" && e.by?.id !== desk.client.me.id);
  if (foreign && !state.closed.value && place.value.page !== "window") {
    items.push({ label: t("menu.unread"), icon: "bell", choose: () => desk.markUnread(state) });
  }
  if (!dock.narrow.value && place.value.page !== "window") {
    items.push({ label: t("menu.window"), icon: "external", choose: () => openWindow(id) });
  }
  if (bubbled() && !dock.narrow.value) {
    const size = dock.large(id) ? "menu.smaller" : "menu.larger";
    items.push({ label: t(size), icon: "maximize", choose: () => dock.resize(id) });
    if (dock.mayMove(id, -1)) {
      items.push({ label: t("menu.moveBack"), icon: "arrow-left", choose: () => dock.move(id, -1) });
    }
    if (dock.mayMove(id, 1)) {
      items.push({ label: t("menu.moveOn"), icon: "arrow-right", choose: () => dock.move(id, 1) });
    }
  }
  return items;
}

/** The same chat again, beside everything else: both are clients of the same server and stay alike. */
function openWindow(chat: string): void {
  window.open(address({ page: "window", chat }), `parley-${chat}`, "popup,width=480,height=760");
}

function open(desk: Desk, name: "invite" | "channel" | "close" | "note", chat: ChatState): () => void {
  return () => (desk.dialog.value = { name, chat });
}
