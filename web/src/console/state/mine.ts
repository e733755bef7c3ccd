import type { ChatState } from "../../shared/chat/chatState";
import { counterpart } from "../../shared/chat/names";
import type { Chat, Person } from "../../shared/net/wire";
import { sameDay, serverTime } from "../../shared/ui/time";

export interface MyChats {
  open: ChatState[];
  waiting: ChatState[];
  closedToday: ChatState[];
}

/** The chats the agent takes part in, as the conversation list groups them. */
export function myChats(all: readonly ChatState[], today: number = serverTime()): MyChats {
  const mine = all.filter((state) => takesPart(state));
  return {
    open: mine.filter((state) => state.chat.value.status === "active"),
    waiting: mine.filter((state) => state.chat.value.status === "request"),
    closedToday: all.filter((state) => closedOn(state, new Date(today))),
  };
}

/** Whom a closed chat could go on with. A public user had this one chat and cannot be asked again. */
export function reopenWith(chat: Chat, me: Person): Person | undefined {
  const other = chat.my.may.includes("reopen") ? counterpart(chat, me) : undefined;
  return other?.kind === "public_user" ? undefined : other;
}

/** An invited agent has not accepted yet, one who declined, left or lost his permission is no longer in it. */
function takesPart(state: ChatState): boolean {
  const { my } = state.chat.value;
  return my.state === "active" && my.may.includes("read");
}

function closedOn(state: ChatState, day: Date): boolean {
  const { status, closedAt } = state.chat.value;
  return status === "closed" && closedAt !== undefined && sameDay(new Date(closedAt), day);
}
