import { chatTitle } from "../../shared/chat/names";
import { t } from "../../shared/i18n";
import type { Action } from "../../shared/net/wire";
import type { IconName } from "../../shared/ui/Icon";
import type { Desk } from "../state/desk";
import { myChats } from "../state/mine";
import { plain } from "../state/people";
import { go } from "../state/router";
import { currentChat, insertReply, writeNote } from "./current";

export interface Command {
  name: string;
  label: string;
  icon: IconName;
  /** One letter on the empty field does it at once. */
  letter?: string;
  run: () => void;
}

/** Everything the palette offers now: what is not possible is not there. */
export function commandsOf(desk: Desk): Command[] {
  return [
    ...requestCommands(desk),
    ...chatCommands(desk),
    ...deskCommands(desk),
    ...conversations(desk),
    ...people(desk),
  ];
}

/** Those that hold every word that was typed. */
export function matching(commands: readonly Command[], typed: string): Command[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  return commands.filter((command) => words.every((word) => plain(command.label).includes(word)));
}

function requestCommands(desk: Desk): Command[] {
  const oldest = desk.client.requests.open.value[0];
  if (!oldest) return [];
  const label = t("palette.accept", { name: oldest.from.name });
  return [{ name: "accept", label, icon: "check", letter: "a", run: () => void desk.accept(oldest) }];
}

function chatCommands(desk: Desk): Command[] {
  const chat = currentChat(desk);
  if (!chat) return [];
  const name = chatTitle(chat.chat.value, desk.client.me);
  const all: [Action, Command][] = [
    [
      "invite",
      {
        name: "invite",
        label: t("palette.invite", { name }),
        icon: "user-plus",
        letter: "i",
        run: () => (desk.dialog.value = { name: "invite", chat }),
      },
    ],
    [
      "note",
      {
        name: "note",
        label: t("palette.note", { name }),
        icon: "note",
        letter: "n",
        run: () => writeNote(chat.id),
      },
    ],
    [
      "post",
      {
        name: "canned",
        label: t("palette.canned", { name }),
        icon: "slash",
        run: () => insertReply(chat.id),
      },
    ],
    [
      "change_channel",
      {
        name: "channel",
        label: t("palette.channel", { name }),
        icon: "swap",
        run: () => (desk.dialog.value = { name: "channel", chat }),
      },
    ],
    [
      "close",
      {
        name: "close",
        label: t("palette.close", { name }),
        icon: "close-chat",
        letter: "e",
        run: () => (desk.dialog.value = { name: "close", chat }),
      },
    ],
  ];
  const { may } = chat.chat.value.my;
  return all.filter(([action]) => may.includes(action)).map(([, command]) => command);
}

function deskCommands(desk: Desk): Command[] {
  const availabilities = (["external", "internal", "unavailable"] as const)
    .filter((each) => each !== desk.me.value.availability)
    .map((each, index): Command => {
      const label = `${t("availability.label")}: ${t(`availability.${each}`)}`;
      const letter = index === 0 ? { letter: "v" } : {};
      return { name: each, label, icon: "shield", ...letter, run: () => void desk.setAvailability(each) };
    });
  return [
    {
      name: "dashboard",
      label: t("palette.dashboard"),
      icon: "dashboard",
      run: () => go({ page: "dashboard" }),
    },
    { name: "chats", label: t("palette.chats"), icon: "chats", run: () => go({ page: "chats" }) },
    {
      name: "customers",
      label: t("palette.customers"),
      icon: "users",
      run: () => go({ page: "customers" }),
    },
    ...(desk.me.value.admin
      ? [
          {
            name: "admin",
            label: t("palette.admin"),
            icon: "settings",
            run: () => go({ page: "admin" }),
          } as const,
        ]
      : []),
    ...availabilities,
    {
      name: "personalization",
      label: t("palette.personalization"),
      icon: "settings",
      run: () => go({ page: "personalization" }),
    },
    {
      name: "replies",
      label: t("palette.replies"),
      icon: "slash",
      run: () => go({ page: "personalization", section: "replies" }),
    },
    {
      name: "channels",
      label: t("me.channels"),
      icon: "hash",
      run: () => (desk.dialog.value = { name: "my-channels" }),
    },
    {
      name: "shortcuts",
      label: t("keys.title"),
      icon: "info",
      run: () => (desk.dialog.value = { name: "shortcuts" }),
    },
  ];
}

function conversations(desk: Desk): Command[] {
  const { open, waiting } = myChats(desk.chats.list.value);
  return [...open, ...waiting].map((state) => ({
    name: `chat-${state.id}`,
    label: t("palette.open", { name: chatTitle(state.chat.value, desk.client.me) }),
    icon: "chats",
    run: () => desk.showChat(state.id),
  }));
}

function people(desk: Desk): Command[] {
  const { agents, customerUsers } = desk.people;
  return [...agents.value, ...customerUsers.value]
    .filter((person) => person.mayChat && person.id !== desk.me.value.id)
    .map(({ id, kind, name }) => ({
      name: `person-${id}`,
      label: t("people.startChat", { name }),
      icon: "request",
      run: () => (desk.dialog.value = { name: "request-chat", to: { id, kind, name } }),
    }));
}
