import { signal } from "@preact/signals";

export type Route =
  | { name: "home" }
  | { name: "conversation"; id: string }
  /** With the token of a link from a mail, which stands in the fragment: no server gets to see it there. */
  | { name: "register" | "reset"; token?: string };

/** Where in the external interface the reader is. Unknown addresses lead home. */
export const route = signal<Route>(routeOf(location.pathname, location.hash));

window.addEventListener("popstate", () => (route.value = routeOf(location.pathname, location.hash)));

export function routeOf(path: string, hash = ""): Route {
  const [first, second] = path.split("/").filter((part) => part !== "");
  if (first === "conversations" && second) return { name: "conversation", id: second };
  const token = hash.slice(1);
  if (first === "register" || first === "reset") return token ? { name: first, token } : { name: first };
  return { name: "home" };
}

export function pathOf(to: Route): string {
  if (to.name === "conversation") return `/conversations/${to.id}`;
  return to.name === "home" ? "/" : `/${to.name}`;
}

export function go(to: Route): void {
  history.pushState(null, "", pathOf(to));
  route.value = to;
  window.scrollTo(0, 0);
}

/** For the click on a link: moves without a reload, unless the reader wants another tab. */
export function following(to: Route): (event: MouseEvent) => void {
  return (event) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(to);
  };
}
