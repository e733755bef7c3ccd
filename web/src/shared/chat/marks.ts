import type { Chat, Entry, Participant, Person } from "../net/wire";

/** How far somebody has received and read. */
interface Reach {
  readonly delivered: number;
  readonly read: number;
  /** How far each of several has read, for agents: to an outsider the desk is one. */
  readonly reads: readonly number[];
}

/** How far the other side has come, and, for internal notes, the other agents: a note never reaches the other side. */
export interface Marks extends Reach {
  readonly notes: Reach;
}

export type Receipt = "sent" | "delivered" | "read";

/** For an agent the outsider's marks count, as long as there is one; otherwise everybody else's. */
export function marksOf(chat: Chat, me: Person): Marks {
  const others = chat.participants.filter((each) => each.person.id !== me.id && each.state !== "declined");
  const outsiders = others.filter((each) => each.person.kind !== "agent");
  const counted = me.kind === "agent" && outsiders.length > 0 ? outsiders : others.filter(contributes);
  const reach = (people: readonly Participant[]) => reachOf(people, me.kind === "agent");
  return { ...reach(counted), notes: reach(others.filter((each) => each.person.kind === "agent")) };
}

export function receiptOf(entry: Pick<Entry, "n" | "visibility">, marks: Marks): Receipt {
  const reach = entry.visibility === "agents" ? marks.notes : marks;
  if (entry.n <= reach.read) return "read";
  return entry.n <= reach.delivered ? "delivered" : "sent";
}

/** How many of how many have read it. */
export function readersOf(
  entry: Pick<Entry, "n" | "visibility">,
  marks: Marks,
): { read: number; of: number } {
  const { reads } = entry.visibility === "agents" ? marks.notes : marks;
  return { read: reads.filter((read) => entry.n <= read).length, of: reads.length };
}

function reachOf(people: readonly Participant[], each: boolean): Reach {
  const there = each ? people.filter(({ state }) => state === "active") : [];
  return {
    reads: there.map(({ read }) => read),
    delivered: Math.max(0, ...people.map((each) => Math.max(each.delivered, each.read))),
    read: Math.max(0, ...people.map((each) => each.read)),
  };
}

function contributes(participant: Participant): boolean {
  return participant.level !== "observer";
}
