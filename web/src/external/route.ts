import { signal } from "@preact/signals";

export type Route = { name: "home" } | { name: "conversation"; id: string };

/** Where in the external interface the reader is. Unknown addresses lead home. */
export const route = signal<Route>(routeOf(location.pathname));

window.addEventListener("popstate", () => (route.value = routeOf(location.pathname)));

export function routeOf(path: string): Route {
  const [first, second] = path.split("/").filter((part) => part !== "");
  if (first === "conversations" && second) return { name: "conversation", id: second };
  return { name: "home" };
}

export function pathOf(to: Route): string {
  return to.name === "conversation" ? `/conversations/${to.id}` : "/";
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
