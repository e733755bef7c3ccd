import type { ChatState } from "../../shared/chat/chatState";
import type { Entry } from "../../shared/net/wire";

/** Since when somebody from outside has been without an answer in an open chat. */
export function unansweredSince(state: ChatState): string | undefined {
  const chat = state.chat.value;
  if (chat.status !== "active" || chat.direction === "agent_agent") return undefined;
  const entries = state.entries.value;
  const said = entries.length > 0 ? entries : chat.last ? [chat.last] : [];
  let since: string | undefined;
  for (const entry of [...said].reverse()) {
    if (!counts(entry)) continue;
    if (entry.by?.kind === "agent") break;
    since = entry.at;
  }
  return since;
}

/** Notes among agents and lines of the product answer nobody. */
function counts(entry: Entry): boolean {
  return entry.kind === "message" && entry.visibility === "everyone";
}

/** Who has waited longest first; those who have their answer after them, as they were. */
export function longestWaitFirst(states: readonly ChatState[]): ChatState[] {
  const since = new Map(states.map((state) => [state, unansweredSince(state) ?? "9999"]));
  return [...states].sort((a, b) => (since.get(a) ?? "").localeCompare(since.get(b) ?? ""));
}
