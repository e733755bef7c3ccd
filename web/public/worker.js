// Shows what happened while the console is closed, and brings it back when a notification is clicked. Serves /agent only.
const CONSOLE = "/agent";

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

addEventListener("push", (event) => {
  const { title = "Parley", body = "", chat, kind, url } = event.data?.json() ?? {};
  event.waitUntil(registration.showNotification(title, { body, tag: chat ?? kind, data: { chat, url } }));
});

addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(goOn(event.action, event.notification.data ?? {}));
});

async function goOn(action, { chat, url }) {
  const windows = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const open = windows.filter((each) => new URL(each.url).pathname.startsWith(CONSOLE));
  const there = open.find((each) => each.focused) ?? open[0];
  if (there) {
    there.postMessage({ type: "notification", action: action === "accept" ? "accept" : "open", chat });
    return there.focus();
  }
  if (action === "accept" && chat) await accept(chat);
  return clients.openWindow(url ?? (chat ? `${CONSOLE}/chats/${chat}` : CONSOLE));
}

// The page that opens next says who was first if this came too late.
async function accept(chat) {
  const headers = { "X-Parley": "agent", "Content-Type": "application/json" };
  await fetch(`/api/v1/chats/${encodeURIComponent(chat)}/accept`, { method: "POST", headers, body: "{}" });
}
