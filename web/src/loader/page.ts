import type { Identity, PageInfo, Settings } from "../../npm/index";
import type { Asked } from "../shared/embed/protocol";

export const html = document.documentElement;

/** What the agent is told of the page; an address without what may be secret in it. */
export function pageInfo(track: string | undefined): PageInfo | undefined {
  const { title } = document;
  if (track !== "off")
    return { title, ...(track === "url" && { url: location.href.split(/[?#]/)[0] as string }) };
  return;
}

/** Calls back when a swap of bodies may have taken our element away, and when the page went elsewhere and has settled. */
export function followPage(changed: () => void): void {
  const settles = 300;
  const soon = (): void => void setTimeout(changed, settles);
  new MutationObserver(soon).observe(html, { childList: true });
  (window as { navigation?: EventTarget }).navigation?.addEventListener("navigatesuccess", soon);
}

/** A page may deny its storage: then the next one begins with a closed window. */
export function attempt<A>(use: () => A): A | undefined {
  try {
    return use();
  } catch {
    return;
  }
}

/** A button of the page opens the window without any script of its own. */
export function pressed(event: Event, show: (what: Asked) => void): void {
  const button = (event.target as Element).closest<HTMLElement>("[data-parley-open]");
  if (!button) return;
  event.preventDefault();
  const channel = button.dataset["parleyChannel"];
  show({ focus: true, ...(channel && { fresh: true, channel }) });
}

/** What goes wrong within is the page's own error; the frame stops waiting by itself. */
export async function giveToken(port: MessagePort, identity: Identity | undefined): Promise<void> {
  const how = Object(identity) as { token?: string; getToken?: () => unknown };
  port.postMessage({ type: "token", token: how.token ?? (await how.getToken?.()) });
}

/** Where the launcher stands and in which colour: what the page asks for, else what the record says. */
export function placed(
  { offset, position, zIndex, accent }: Settings,
  look: { position?: string | undefined; accent?: string | undefined },
): string {
  const side = position ?? look.position ?? "end";
  return `inset-block-end:${offset?.block ?? 20}px;${side in html.style ? "" : "inset-inline-"}${side}:${offset?.inline ?? 20}px;justify-items:${side};z-index:${zIndex ?? 2147483000};--a:${accent ?? look.accent ?? "#0f766e"}`;
}

let covered = false;

/** While the window fills a phone the page behind it rests, and is found again where it was. */
export function cover(on: boolean): void {
  if (!on && !covered) return;
  document.body.inert = covered = on;
  html.style.overflow = on ? "hidden" : "";
}
