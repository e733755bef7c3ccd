export const WAIT_TARGET = 3 * 60_000;
const WARNS_FROM = (WAIT_TARGET * 2) / 3;

export type WaitLevel = "calm" | "warn" | "over";

export function waitLevel(since: string, at: number): WaitLevel {
  const waited = at - Date.parse(since);
  if (waited > WAIT_TARGET) return "over";
  return waited >= WARNS_FROM ? "warn" : "calm";
}
