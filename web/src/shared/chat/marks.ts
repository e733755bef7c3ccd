import type { Chat, Participant, Person } from "../net/wire";

/** How far the other side has received and read. */
export interface Marks {
  readonly delivered: number;
  readonly read: number;
}

export type Receipt = "sent" | "delivered" | "read";

/** For an agent the outsider's marks count, as long as there is one; otherwise everybody else's. */
export function marksOf(chat: Chat, me: Person): Marks {
  const others = chat.participants.filter((each) => each.person.id !== me.id && each.state !== "declined");
  const outsiders = others.filter((each) => each.person.kind !== "agent");
  const counted = me.kind === "agent" && outsiders.length > 0 ? outsiders : others.filter(contributes);
  return {
    delivered: Math.max(0, ...counted.map((each) => Math.max(each.delivered, each.read))),
    read: Math.max(0, ...counted.map((each) => each.read)),
  };
}

export function receiptOf(n: number, marks: Marks): Receipt {
  if (n <= marks.read) return "read";
  return n <= marks.delivered ? "delivered" : "sent";
}

function contributes(participant: Participant): boolean {
  return participant.level !== "observer";
}
