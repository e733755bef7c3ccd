import { t, type Key } from "../i18n";
import type { Chat, ClosedReason, Entry, EntryKind, Level, Person } from "../net/wire";
import type { IconName } from "../ui/Icon";

type SystemKind = Exclude<EntryKind, "message">;

const icons: Readonly<Record<SystemKind, IconName>> = {
  requested: "request",
  accepted: "check",
  joined: "user-plus",
  left: "leave",
  invited: "user-plus",
  declined: "x",
  withdrawn: "x",
  channel_changed: "swap",
  level_changed: "key",
  no_answer_yet: "hourglass",
  idle_warning: "clock",
  closed: "close-chat",
  note_left: "note",
};

const sentences: Readonly<
  Record<"requested" | "accepted" | "joined" | "left" | "declined" | "withdrawn" | "closed", Key>
> = {
  requested: "chat.sys.requested",
  accepted: "chat.sys.accepted",
  joined: "chat.sys.joined",
  left: "chat.sys.left",
  declined: "chat.sys.declined",
  withdrawn: "chat.sys.withdrawn",
  closed: "chat.sys.closed",
};

export function systemIcon(kind: EntryKind): IconName {
  return kind === "message" ? "request" : icons[kind];
}

const endings: Readonly<Record<Exclude<ClosedReason, "closed" | "timeout" | "missed">, Key>> = {
  left: "chat.sys.endedByLeaving",
  declined: "chat.sys.endedByDeclining",
  withdrawn: "chat.sys.withdrawn",
  abandoned: "chat.sys.abandoned",
};

/** What the product wrote, in the reader's words. The chat, where it is known, tells why it was closed. */
export function systemText(entry: Entry, me: Person, chat?: Chat): string {
  switch (entry.kind) {
    case "message":
      return entry.text ?? "";
    case "requested":
    case "accepted":
    case "joined":
    case "left":
    case "withdrawn":
      return sentence(sentences[entry.kind], entry.by, me);
    case "closed":
      return ended(entry, me, chat);
    case "declined":
      // Nobody said no: the invitation was never answered.
      if (!entry.by) return sentence("chat.sys.lapsed", entry.who, me);
      return withReason(sentence("chat.sys.declined", entry.by, me), entry.text);
    case "invited":
      return invited(entry, me);
    case "note_left":
      return withReason(noteLeft(entry, me), entry.text);
    case "channel_changed":
      if (!entry.by) return t("chat.sys.channelNow", { channel: entry.text ?? "" });
      return sentence("chat.sys.channelChanged", entry.by, me, { channel: entry.text ?? "" });
    case "level_changed":
      return sentence("chat.sys.levelChanged", entry.who ?? entry.by, me, { level: levelName(entry.text) });
    case "no_answer_yet":
      if (me.kind === "agent") return withReason(t("chat.sys.noAnswerYetAgent"), entry.text);
      // The desk's own words, where it has some.
      return entry.text ?? t("chat.sys.noAnswerYet");
    case "idle_warning":
      return t(me.kind === "agent" ? "chat.sys.idleWarningAgent" : "chat.sys.idleWarning");
  }
}

export function levelName(level: string | undefined): string {
  const known: Readonly<Record<Level, Key>> = {
    owner: "chat.level.owner",
    participant: "chat.level.participant",
    observer: "chat.level.observer",
  };
  return level && Object.hasOwn(known, level) ? t(known[level as Level]) : (level ?? "");
}

/** Who ended it and how; what ended by itself says why. */
function ended({ by }: Entry, me: Person, chat: Chat | undefined): string {
  const reason = chat?.reason ?? "closed";
  if (reason === "missed") return notAnswered(chat, me);
  if (reason === "timeout") return t("chat.reason.timeout");
  if (!by) return t("chat.sys.closedByItself");
  return sentence(reason === "closed" ? "chat.sys.closed" : endings[reason], by, me);
}

/** Why a chat can only be read. */
export function closedBecause(chat: Chat, me: Person): string {
  if (chat.reason === "missed") return notAnswered(chat, me);
  return t(`chat.reason.${chat.reason ?? "closed"}`);
}

/** Somebody who was asked in person did not answer, or nobody of the desk did. */
function notAnswered(chat: Chat | undefined, me: Person): string {
  const asked = chat?.addressee;
  if (!asked) return t("chat.reason.missed");
  return sentence("chat.sys.missed", asked, me);
}

function invited(entry: Entry, me: Person): string {
  if (entry.who?.id === me.id) return t("chat.sys.invitedYou", { by: nameOf(entry.by) });
  return sentence("chat.sys.invited", entry.by, me, { who: nameOf(entry.who) });
}

function noteLeft(entry: Entry, me: Person): string {
  if (entry.who?.id === me.id) return t("chat.sys.noteLeftYou", { by: nameOf(entry.by) });
  return sentence("chat.sys.noteLeft", entry.by, me, { who: nameOf(entry.who) });
}

function sentence(key: Key, by: Person | undefined, me: Person, params: Record<string, string> = {}): string {
  return by?.id === me.id ? t(`${key}ByYou` as Key, params) : t(key, { by: nameOf(by), ...params });
}

function withReason(sentence: string, reason: string | undefined): string {
  return reason ? `${sentence}: ${reason}` : sentence;
}

function nameOf(person: Person | undefined): string {
  return person?.name ?? t("chat.someone");
}
