import { ApiError, type Api } from "../shared/net/api";
import { MOST_EVENTS, written, type VisitorContext } from "./context";

/** Tells the agent what is new on the page; without an answer it is told with the next news. */
export async function tellNews(context: VisitorContext, api: Api): Promise<void> {
  const { events, ...now } = context.now;
  const next = written(now);
  const changed = Object.entries(now).filter(([name]) => next[name] !== context.told[name]);
  if (changed.length === 0 && events.length === 0) return;
  const before = context.told;
  context.told = next;
  context.now = { ...context.now, events: [] };
  try {
    await api.post("/me/context", {
      ...Object.fromEntries(changed),
      ...(events.length > 0 ? { events } : {}),
    });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    // Told again it would be as wrong.
    if (error.code === "invalid") return;
    context.told = before;
    context.now = { ...context.now, events: [...events, ...context.now.events].slice(-MOST_EVENTS) };
  }
}
