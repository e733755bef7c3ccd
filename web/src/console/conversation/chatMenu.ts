import type { ChatState } from "../../shared/chat/chatState";
import { t } from "../../shared/i18n";
import type { Action, Level } from "../../shared/net/wire";
import type { MenuItem } from "../../shared/ui/Menu";
import type { Desk } from "../state/desk";
import { reopenWith } from "../state/mine";

/** The actions of a chat, only those its agent may take now. */
export function chatMenu(desk: Desk, state: ChatState): MenuItem[][] {
  const { may } = state.chat.value.my;
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
      observe: { label: t("menu.observe"), icon: "eye", choose: toLevel("observer") },
    },
    {
      reopen: { label: t("menu.reopen"), icon: "refresh", choose: () => desk.reopen(state.chat.value) },
      withdraw: {
        label: t("menu.withdraw"),
        icon: "reply",
        choose: () => void desk.change(state.id, "withdraw"),
      },
      leave: { label: t("menu.leave"), icon: "leave", choose: () => void leave(desk, state) },
      close: { label: t("menu.close"), icon: "close-chat", danger: true, choose: open(desk, "close", state) },
    },
  ];
  return all
    .map((group) =>
      Object.entries(group).filter(
        ([action]) => may.includes(action as Action) && (action !== "reopen" || reopenable),
      ),
    )
    .map((group) => group.map(([, item]) => item))
    .filter((group) => group.length > 0);
}

function open(desk: Desk, name: "invite" | "channel" | "close", chat: ChatState): () => void {
  return () => (desk.dialog.value = { name, chat });
}

async function leave(desk: Desk, state: ChatState): Promise<void> {
  if (await desk.change(state.id, "leave")) desk.dock.hide(state.id);
}
