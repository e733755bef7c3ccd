/** The shapes and frames of docs/protocol.md. Whatever crosses the network is named here and nowhere else. */

export type * from "./desk";
export type * from "./visitor";

export type Interface = "agent" | "customer" | "public" | "widget";
export type PersonKind = "agent" | "customer_user" | "public_user";
export type Visibility = "everyone" | "agents";
export type Level = "owner" | "participant" | "observer";
export type ChatStatus = "request" | "active" | "closed";
export type ClosedReason = "closed" | "left" | "declined" | "withdrawn" | "abandoned" | "missed" | "timeout";
export type Direction = "agent_agent" | "agent_customer" | "customer" | "public";
/** What of a chat an agent wants to be notified of. */
export type Monitoring = "off" | "customer" | "all";
export type PresenceState = "available" | "away" | "inactive" | "unavailable" | "offline";

export type Action =
  | "read"
  | "post"
  | "note"
  | "accept"
  | "decline"
  | "withdraw"
  | "invite"
  | "change_channel"
  | "observe"
  | "participate"
  | "own"
  | "leave"
  | "close"
  | "rate"
  | "reopen"
  | "leave_note";

export type EntryKind =
  | "message"
  | "requested"
  | "accepted"
  | "joined"
  | "left"
  | "invited"
  | "declined"
  | "withdrawn"
  | "channel_changed"
  | "level_changed"
  | "no_answer_yet"
  | "idle_warning"
  | "closed"
  | "note_left";

export type ErrorCode =
  | "malformed"
  | "invalid"
  | "empty"
  | "too_long"
  | "too_large"
  | "unauthenticated"
  | "session_ended"
  | "login_failed"
  | "identity_refused"
  | "too_many_attempts"
  | "wrong_origin"
  | "wrong_setup_code"
  | "forbidden"
  | "not_identified"
  | "not_found"
  | "already_accepted"
  | "chat_closed"
  | "not_accepted"
  | "last_contributor"
  | "not_available"
  | "already_noted"
  | "conflict"
  | "id_reused"
  | "too_fast"
  | "limit"
  | "unavailable"
  | "internal";

export type FieldCode =
  "required" | "too_long" | "too_short" | "format" | "unknown" | "taken" | "used" | "expired";

export interface Person {
  id: string;
  kind: PersonKind;
  name: string;
}

export interface Channel {
  id: string;
  name: string;
}

export interface Entry {
  n: number;
  kind: EntryKind;
  by?: Person;
  who?: Person;
  text?: string;
  visibility: Visibility;
  /** The client message id of a message. */
  id?: string;
  at: string;
}

export interface Participant {
  person: Person;
  level: Level;
  state: "invited" | "active" | "declined" | "left";
  presence: PresenceState;
  note?: string;
  invitedBy?: Person;
  read: number;
  delivered: number;
}

/** What the outsider of a closed chat thought of it; he may change it until then. */
export interface Rating {
  score: number;
  comment?: string;
  until: string;
}

export interface Chat {
  id: string;
  status: ChatStatus;
  reason?: ClosedReason;
  direction: Direction;
  channel: Channel;
  requester: Person;
  addressee?: Person;
  acceptedBy?: Person;
  createdAt: string;
  acceptedAt?: string;
  closedAt?: string;
  continues?: string;
  head: number;
  read: number;
  unread: number;
  last?: Entry;
  participants: Participant[];
  rating?: Rating;
  version: number;
  /** `shownAs`: what outsiders call an agent whose name is masked. */
  my: {
    level?: Level;
    state?: Participant["state"];
    may: Action[];
    monitoring?: Monitoring;
    shownAs?: string;
  };
}

export interface ChatRequest {
  chat: string;
  kind: "customer" | "public" | "agent" | "invitation";
  from: Person;
  company?: string;
  channel: Channel;
  since: string;
  text: string;
  note?: string;
}

export interface Presence {
  id: string;
  kind: PersonKind;
  name: string;
  presence: PresenceState;
  reason: string;
  /** Not known of somebody who was not here since the server started. */
  since?: string;
}

export interface Me extends Person {
  email?: string;
  locale?: string;
  timeZone?: string;
  admin?: boolean;
  availability?: "unavailable" | "internal" | "external";
  channels?: string[];
  customer?: { id: string; name: string };
  /** Of a public user: the page he came from vouches for him. */
  verified?: boolean;
}

export interface Session {
  me: Me;
  expiresAt: string;
}

export interface Limits {
  textCodePoints: number;
  textBytes: number;
  frameBytes: number;
  inFlight: number;
  page: number;
}

export type Follow = "requests" | "people";

export interface HelloFrame {
  type: "hello";
  as?: Interface;
  token?: string;
  cursors?: Record<string, number>;
  follow?: Follow[];
}

export type ClientFrame =
  | HelloFrame
  | { type: "send"; id: string; chat: string; text: string; visibility?: Visibility }
  | { type: "typing"; chat: string }
  | { type: "read"; chat: string; n: number }
  | { type: "fetch"; chat: string; after: number }
  | { type: "active" }
  | { type: "viewing"; chat: string };

export type AckFrame = { type: "ack"; id: string; chat: string; n: number; at: string };
export type RefusedFrame = { type: "refused"; id?: string; chat?: string; code: ErrorCode; detail?: string };
export type EntryFrame = { type: "entry"; chat: string } & Entry;
export type PageFrame = { type: "page"; chat: string; after?: number; entries: Entry[]; complete: boolean };
export type TypingFrame = { type: "typing"; chat: string; who: Person };
export type ReadFrame = { type: "read"; chat: string; who: string; read: number; delivered: number };
export type RequestFrame = {
  type: "request";
  change: "added" | "taken" | "gone" | "reminder";
  chat: string;
  by?: Person;
  request?: ChatRequest;
};
export type ChatFrame = { type: "chat"; chat: Chat };
/** Which agents look at a chat just now. */
export type ViewingFrame = { type: "viewing"; chat: string; people: Person[] };

export type ServerFrame =
  | { type: "welcome"; me: Person; limits: Limits; at: string }
  | { type: "live" }
  | AckFrame
  | RefusedFrame
  | EntryFrame
  | PageFrame
  | TypingFrame
  | ReadFrame
  | { type: "presence"; people: Presence[] }
  | RequestFrame
  | ChatFrame
  | ViewingFrame
  | { type: "beat" }
  | { type: "bye"; code: string; retryIn?: number };

/** Names the case a switch forgot: a new member of a union fails the build here. */
export function unhandled(forgotten: never): void {
  console.warn("Parley: not understood", forgotten);
}
