import { effect } from "@preact/signals";
import type { FrameEvents } from "../shared/embed/protocol";
import type { ChatState } from "../shared/chat/chatState";
import type { ParleyClient } from "../shared/chat/client";
import type { Chat, Entry } from "../shared/net/wire";
import { saved } from "../shared/window/keep";
import { followWaiting, waiting } from "../shared/window/waiting";

type Tell = <N extends keyof FrameEvents>(name: N, detail: FrameEvents[N]) => void;

interface Seen {
  chat: Chat;
  n: number;
}

/** Tells the page what happens in this caller's chats from now on, until stopped; never what is said in them. */
export function watchHappenings(client: ParleyClient, tell: Tell): () => void {
  const seen = new Map<string, Seen>();
  const ends = [
    effect(() => {
      for (const state of client.chats.list.value) watchChat(client, state, seen, tell);
    }),
    followWaiting(client),
    effect(() => {
      for (const [chat, { position, waitedSeconds }] of waiting.value)
        if (position !== undefined) tell("chat:queue", { chat, position, waited: waitedSeconds });
    }),
    effect(() => {
      if (saved.value) tell("saved", saved.value);
    }),
  ];
  return () => ends.forEach((end) => end());
}

/** The first sight of a chat is no news, but for one that an agent asks for. */
function watchChat(client: ParleyClient, state: ChatState, seen: Map<string, Seen>, tell: Tell): void {
  const chat = state.chat.value;
  const entries = state.entries.value;
  const before = seen.get(chat.id);
  seen.set(chat.id, { chat, n: Math.max(before?.n ?? chat.head, state.bookmark) });
  if (!before) {
    if (chat.status === "request" && chat.my.may.includes("accept")) tell("chat:invite", { chat: chat.id });
    return;
  }
  changes(before.chat, chat, tell);
  for (const entry of entries.filter(({ n }) => n > before.n))
    tell("message", { chat: chat.id, seq: entry.n, from: from(entry, client) });
}

function changes(before: Chat, chat: Chat, tell: Tell): void {
  if (before.status === "request" && chat.status === "active")
    tell("chat:accepted", { chat: chat.id, agent: agentOf(chat) });
  if (before.status !== "closed" && chat.status === "closed")
    tell("chat:closed", { chat: chat.id, reason: chat.reason ?? "closed" });
  if (chat.rating && chat.rating.score !== before.rating?.score)
    tell("rated", { chat: chat.id, score: chat.rating.score });
}

function agentOf({ acceptedBy, participants }: Chat): string {
  return (acceptedBy ?? participants.find(({ person }) => person.kind === "agent")?.person)?.name ?? "";
}

function from(entry: Entry, { me }: ParleyClient): FrameEvents["message"]["from"] {
  if (entry.kind !== "message") return "system";
  return entry.by?.id === me.id ? "self" : "agent";
}
