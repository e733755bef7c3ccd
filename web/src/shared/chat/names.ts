import { t } from "../i18n";
import { plainOf } from "./format";
import type { Chat, Entry, Participant, Person } from "../net/wire";

/** Whom the chat is with, as its caller sees it; nobody while a request to the desk waits. */
export function counterpart(chat: Chat, me: Person): Person | undefined {
  const outsider = chat.direction === "agent_customer" ? chat.addressee : chat.requester;
  if (chat.direction === "agent_agent") return chat.requester.id === me.id ? chat.addressee : chat.requester;
  if (me.kind === "agent") return outsider;
  return chat.direction === "agent_customer" ? chat.requester : chat.acceptedBy;
}

export function chatTitle(chat: Chat, me: Person): string {
  return counterpart(chat, me)?.name ?? chat.channel.name;
}

export function participantOf(chat: Chat, person: Person | undefined): Participant | undefined {
  return chat.participants.find((each) => each.person.id === person?.id);
}

/** The line a list shows of a chat: its last words. */
export function lastWords(chat: Chat, last: Entry | undefined, me: Person): string {
  const text = last?.kind === "message" ? plainOf(last.text ?? "") : "";
  if (chat.status === "closed") return t("chat.lastClosed", { text: text || chat.channel.name });
  if (text === "") return chat.status === "request" ? t("chat.waiting") : chat.channel.name;
  return last?.by?.id === me.id ? t("chat.lastYou", { text }) : text;
}
