import type { RequestRow } from "../../shared/chat/requests";
import type { ChatRequest } from "../../shared/net/wire";

export type GroupName = "me" | "customers" | "public" | "invitations";

export interface RequestGroup {
  name: GroupName;
  rows: RequestRow[];
  /** Those nobody has taken yet. */
  open: number;
}

const groups: Readonly<Record<ChatRequest["kind"], GroupName>> = {
  agent: "me",
  customer: "customers",
  public: "public",
  invitation: "invitations",
};
const ORDER: readonly GroupName[] = ["me", "customers", "public", "invitations"];

/** The request list in its groups, those without a row left out; within a group the order stays. */
export function groupsOf(rows: readonly RequestRow[]): RequestGroup[] {
  return ORDER.map((name) => {
    const mine = rows.filter((row) => groups[row.request.kind] === name);
    return { name, rows: mine, open: mine.filter((row) => !row.gone).length };
  }).filter((group) => group.rows.length > 0);
}
