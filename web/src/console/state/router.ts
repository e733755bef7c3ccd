import { signal } from "@preact/signals";

/** Where in the console we are. Addresses below /agent; everything unknown is the dashboard. */
export type Place =
  | { page: "dashboard" }
  | { page: "chats"; chat?: string }
  | { page: "customers"; customer?: string }
  | { page: "admin" }
  | { page: "personalization"; section?: "replies" | "password" }
  /** Reached without a session; with the token of the link from a mail, which stands in the fragment. */
  | { page: "reset"; token?: string }
  /** One chat in a window of its own. */
  | { page: "window"; chat: string };

const ROOT = "/agent";

export const place = signal<Place>(read(location.pathname, location.hash));

window.addEventListener("popstate", () => (place.value = read(location.pathname, location.hash)));

/** The chat that fills the page. */
export function chatOnPage(): string | undefined {
  const at = place.value;
  return at.page === "chats" || at.page === "window" ? at.chat : undefined;
}

/** Everywhere but where chats fill the page they stand in the bubble. */
export function bubbled(): boolean {
  return place.value.page !== "chats" && place.value.page !== "window";
}

export function address(to: Place): string {
  if (to.page === "dashboard") return ROOT;
  if (to.page === "personalization") return [ROOT, "personalization", to.section].filter(Boolean).join("/");
  if (to.page === "customers") return [ROOT, "customers", to.customer].filter(Boolean).join("/");
  if (to.page === "admin") return `${ROOT}/admin`;
  if (to.page === "reset") return `${ROOT}/reset`;
  if (to.page === "window") return `${ROOT}/window/${to.chat}`;
  return to.chat ? `${ROOT}/chats/${to.chat}` : `${ROOT}/chats`;
}

export function go(to: Place): void {
  if (address(to) !== location.pathname + location.hash) history.pushState(null, "", address(to));
  place.value = to;
}

/** Keeps ordinary link behaviour (new tab, copy) and moves without a reload otherwise. */
export function follow(to: Place): (event: MouseEvent) => void {
  return (event) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(to);
  };
}

export function read(path: string, hash = ""): Place {
  const [page, which] = path.slice(ROOT.length).split("/").filter(Boolean);
  if (page === "personalization") {
    return which === "replies" || which === "password" ? { page, section: which } : { page };
  }
  if (page === "customers") return which ? { page, customer: which } : { page };
  if (page === "admin") return { page };
  if (page === "reset") return hash.length > 1 ? { page, token: hash.slice(1) } : { page };
  if (page === "window" && which) return { page, chat: which };
  if (page !== "chats") return { page: "dashboard" };
  return which ? { page, chat: which } : { page };
}
