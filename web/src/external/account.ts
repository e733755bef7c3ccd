import { Api } from "../shared/net/api";
import type { Session } from "../shared/net/wire";
import { Portal } from "../shared/window/portal";

const customers = new Api("customer");

/** The external interface: customers with an account, and public users who give a name. */
export function openPortal(): Portal {
  return new Portal({
    storesAtOnce: true,
    entrances: [customers, new Api("public")],
    deskPath: () => "/desk",
    chatting: () => import("../shared/window/chatting"),
    startsWith: () => ({ page: { title: document.title, url: location.origin + location.pathname } }),
  });
}

export async function signIn(portal: Portal, login: string, password: string): Promise<void> {
  const { me } = await customers.post<Session>("/session", { as: "customer", login, password });
  await portal.prepare();
  portal.window.reset();
  await portal.enter(me);
  await portal.loadDesk();
}

export async function signOut(portal: Portal): Promise<void> {
  await portal.client.value?.api.delete("/session");
  portal.forget();
  await portal.loadDesk();
}
