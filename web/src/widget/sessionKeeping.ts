import { Api, ApiError } from "../shared/net/api";
import type { Me, Session } from "../shared/net/wire";
import type { WidgetSession } from "./session";

/** A new session: asks by cookie alone, to learn whether the browser took it. */
export async function keepSession(session: WidgetSession, me: Me, token: string | undefined): Promise<void> {
  session.held = token;
  const taken = await cookieIsOf(session, me);
  session.inMemory.value = !taken;
  if (taken) session.held = undefined;
}

export async function endSession(session: WidgetSession): Promise<void> {
  try {
    await session.api.delete("/session");
  } catch (error) {
    // It was over already, or ends by itself.
    if (!(error instanceof ApiError)) throw error;
  } finally {
    session.held = undefined;
    session.inMemory.value = false;
  }
}

async function cookieIsOf(session: WidgetSession, me: Me): Promise<boolean> {
  const byCookie = new Api("widget", (path, init) => session.plain.fetch(path, init));
  try {
    return (await byCookie.get<Session>("/session")).me.id === me.id;
  } catch (error) {
    if (error instanceof ApiError) return false;
    throw error;
  }
}
