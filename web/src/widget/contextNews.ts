import { ApiError, type Api } from "../shared/net/api";
import { MOST_EVENTS, written, type VisitorContext } from "./context";

/** Tells the agent what is new on the page; without an answer it is told with the next news. */
export async function tellNews(context: VisitorContext, api: Api): Promise<void> {
  const { events, ...now } = context.now;
  const next = written(now);
  const changed = Object.entries(now).filter(([name]) => next[name] !== context.told[name]);
  if (changed.length === 0 && events.length === 0) return;
  const before = context.told;
  const news = Object.fromEntries(changed);
  if ("attributes" in news) news["attributes"] = withForgotten(now.attributes, before["attributes"] ?? "{}");
  context.told = next;
  context.now = { ...context.now, events: [] };
  try {
    await api.post("/me/context", { ...news, ...(events.length > 0 ? { events } : {}) });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    // Told again it would be as wrong.
    if (error.code === "invalid" || error.code === "malformed") return;
    context.told = before;
    context.now = { ...context.now, events: [...events, ...context.now.events].slice(-MOST_EVENTS) };
  }
}

/** An attribute that is there no longer is forgotten by `null`. */
function withForgotten(now: object, before: string): object {
  const gone = Object.keys(JSON.parse(before) as object).filter((name) => !Object.hasOwn(now, name));
  return { ...now, ...Object.fromEntries(gone.map((name) => [name, null])) };
}
