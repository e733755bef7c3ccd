import { t } from "../i18n";
import { plainOf } from "./format";
import type { Chat, Entry, Participant, Person } from "../net/wire";
import { systemText } from "./systemText";

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
  if (last?.kind !== "message") return state(chat, last, me);
  const text = plainOf(last.text ?? "");
  if (chat.status === "closed") return t("chat.lastClosed", { text });
  return last.by?.id === me.id ? t("chat.lastYou", { text }) : text;
}

/** Where the words of its people are not known, what became of it says more than nothing. */
function state(chat: Chat, last: Entry | undefined, me: Person): string {
  if (chat.status === "closed") return t(`chat.reason.${chat.reason ?? "closed"}`);
  if (chat.status === "request") return t("chat.waiting");
  return last ? systemText(last, me) : chat.channel.name;
}
