import type { Channel, ChatStatus, ClosedReason, Person, Presence } from "../../shared/net/wire";

/** The most the server gives at once, and what it gives unless asked for more. */
export const LARGEST_PAGE = 200;
export const PAGE = 50;

export interface CustomerUser extends Presence {
  login: string;
  email: string;
  customer: { id: string; number: string; name: string };
  locale: string;
  timeZone: string;
  /** He may sign in. */
  valid: boolean;
  mayChat: boolean;
  /** While he is not here, if that is known. */
  lastSeenAt?: string;
}

/** A chat of a customer user, as far as this agent may know of it. */
export interface CustomerChat {
  chat: string;
  channel: Channel;
  status: ChatStatus;
  reason?: ClosedReason;
  agent?: Person;
  createdAt: string;
  closedAt?: string;
  /** How it begins; missing where the agent would have to come in to read it. */
  text?: string;
  score?: number;
  mayRead: boolean;
}

/** What is seen of him from now on. Whether he may be asked for a chat is the server's to say. */
export function seenAs(user: CustomerUser, { presence, reason, since }: Presence): CustomerUser {
  const seen: CustomerUser = { ...user, presence, reason };
  const lastSeenAt =
    presence === "offline" ? (user.presence === "offline" ? user.lastSeenAt : since) : undefined;
  if (since) seen.since = since;
  else delete seen.since;
  if (lastSeenAt) seen.lastSeenAt = lastSeenAt;
  else delete seen.lastSeenAt;
  return seen;
}

/** Whether this agent can ask him for a chat now: what the list of people says is newer than the row. */
export function mayChat(user: CustomerUser, inPeople: { mayChat?: boolean } | undefined): boolean {
  const here = user.presence === "available" || user.presence === "away";
  return here && user.valid && (inPeople?.mayChat ?? user.mayChat);
}
