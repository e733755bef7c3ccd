import type { Entry, Person } from "../net/wire";
import type { OutboxItem } from "./outbox";

/** One line of a thread on screen. `first` and `last` say where a group of one author begins and ends. */
export type Line =
  | { kind: "day"; key: string; at: string }
  | { kind: "new"; key: string }
  | { kind: "system"; key: string; entry: Entry }
  | { kind: "message"; key: string; entry: Entry; own: boolean; first: boolean; last: boolean }
  | { kind: "unsent"; key: string; item: OutboxItem; first: boolean; last: boolean };

export interface ThreadContent {
  entries: readonly Entry[];
  /** Own messages that have a number beyond a hole. */
  ahead: readonly Entry[];
  unsent: readonly OutboxItem[];
  me: Person;
  /** The read mark when the reader came: what is after it is new. */
  newAfter: number;
  /** What came later came before the reader's eyes. */
  newUntil?: number;
}

const GROUP_LASTS = 5 * 60_000;

export function linesOf(content: ThreadContent): Line[] {
  const { me, newAfter, newUntil = Infinity } = content;
  const entries = content.entries.filter((entry) => shown(entry, me));
  const lines: Line[] = [];
  let newShown = false;
  for (const entry of [...entries, ...content.ahead]) {
    dayBefore(lines, entry.at);
    const isNew = entry.n > newAfter && entry.n <= newUntil;
    if (!newShown && isNew && entry.kind === "message" && entry.by?.id !== me.id) {
      lines.push({ kind: "new", key: "new" });
      newShown = true;
    }
    lines.push(entry.kind === "message" ? messageLine(entry, me) : systemLine(entry));
  }
  content.unsent.forEach((item) => {
    dayBefore(lines, new Date(item.at).toISOString());
    lines.push({ kind: "unsent", key: `m${item.id}`, item, first: true, last: true });
  });
  return grouped(lines, me);
}

/** Who asked the desk needs no line saying so. */
function shown(entry: Entry, me: Person): boolean {
  return entry.kind !== "requested" || me.kind === "agent" || entry.by?.id !== me.id;
}

/** An own message keeps the key its unsent twin had, so it turns into it in place. */
function messageLine(entry: Entry, me: Person): Line {
  const own = entry.by?.id === me.id;
  return {
    kind: "message",
    key: own && entry.id ? `m${entry.id}` : `n${entry.n}`,
    entry,
    own,
    first: true,
    last: true,
  };
}

function systemLine(entry: Entry): Line {
  return { kind: "system", key: `n${entry.n}`, entry };
}

function dayBefore(lines: Line[], at: string): void {
  const day = new Date(at).toDateString();
  const before = lines.findLast((line) => line.kind === "day");
  if (before?.kind === "day" && new Date(before.at).toDateString() === day) return;
  lines.push({ kind: "day", key: `d${day}`, at });
}

function grouped(lines: Line[], me: Person): Line[] {
  return lines.map((line, index) => {
    if (line.kind !== "message" && line.kind !== "unsent") return line;
    return {
      ...line,
      first: !together(lines[index - 1], line, me),
      last: !together(line, lines[index + 1], me),
    };
  });
}

function together(one: Line | undefined, next: Line | undefined, me: Person): boolean {
  const a = voice(one, me);
  const b = voice(next, me);
  return a !== undefined && b !== undefined && a.who === b.who && b.at - a.at < GROUP_LASTS;
}

function voice(line: Line | undefined, me: Person): { who: string; at: number } | undefined {
  if (line?.kind === "unsent") return { who: `${me.id}${line.item.visibility}`, at: line.item.at };
  if (line?.kind !== "message") return undefined;
  return { who: `${line.entry.by?.id ?? ""}${line.entry.visibility}`, at: Date.parse(line.entry.at) };
}
