import { describe, expect, it } from "vitest";
import type { RequestRow } from "../../shared/chat/requests";
import type { ChatRequest } from "../../shared/net/wire";
import { groupsOf } from "./groups";

function row(chat: string, kind: ChatRequest["kind"], gone = false): RequestRow {
  const from = { id: chat, kind: "customer_user", name: "Owen" } as const;
  const since = "2025-10-14T08:00:00Z";
  return { gone, request: { chat, kind, from, channel: { id: "c", name: "Sales" }, since, text: "Hello" } };
}

describe("the groups of the request list", () => {
  it("come in a fixed order, without empty ones, and count what nobody has taken", () => {
    const groups = groupsOf([
      row("1", "public"),
      row("2", "customer", true),
      row("3", "invitation"),
      row("4", "customer"),
    ]);
    expect(groups.map(({ name, open }) => [name, open])).toEqual([
      ["customers", 1],
      ["public", 1],
      ["invitations", 1],
    ]);
    expect(groups[0]?.rows.map((each) => each.request.chat)).toEqual(["2", "4"]);
  });

  it("are none without requests", () => {
    expect(groupsOf([])).toEqual([]);
  });
});
