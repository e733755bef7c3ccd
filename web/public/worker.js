// Shows what happened while the console is closed, and brings it back when a notification is clicked. Serves /agent only.
const CONSOLE = "/agent";

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

addEventListener("push", (event) => {
  const { title = "Parley", body = "", chat, kind, url, accept } = event.data?.json() ?? {};
  const actions = accept ? [{ action: "accept", title: accept.label }] : [];
  const data = { chat, url, taken: accept?.taken };
  event.waitUntil(registration.showNotification(title, { body, tag: chat ?? kind, data, actions }));
});

addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(goOn(event.action, event.notification.data ?? {}));
});

async function goOn(action, { chat, url, taken }) {
  const windows = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const open = windows.filter((each) => new URL(each.url).pathname.startsWith(CONSOLE));
  const there = open.find((each) => each.focused) ?? open[0];
  if (there) {
    there.postMessage({ type: "notification", action: action === "accept" ? "accept" : "open", chat });
    return there.focus();
  }
  if (action !== "accept" || !chat) return clients.openWindow(url ?? CONSOLE);
  const winner = await accept(chat);
  if (winner)
    return registration.showNotification((taken ?? "{name}").replace("{name}", winner), { tag: chat });
  return clients.openWindow(`${CONSOLE}/chats/${chat}`);
}

// The name of whoever was first. What else went wrong the page says that opens next.
async function accept(chat) {
  const headers = { "X-Parley": "agent", "Content-Type": "application/json" };
  const path = `/api/v1/chats/${encodeURIComponent(chat)}/accept`;
  const answer = await fetch(path, { method: "POST", headers, body: "{}" }).catch(() => undefined);
  if (answer?.status !== 409) return undefined;
  const { code, by } = await answer.json();
  return code === "already_accepted" ? by?.name : undefined;
}
