import type { PageInfo } from "../../npm/index";

const SETTLES = 300;

/** What the agent is told of the page; an address without what may be secret in it. */
export function pageInfo(track: string | undefined): PageInfo | undefined {
  const { title } = document;
  if (track !== "off")
    return { title, ...(track === "url" && { url: location.href.split(/[?#]/)[0] as string }) };
  return;
}

/** Calls back when a swap of bodies may have taken our element away, and when the page went elsewhere and has settled. */
export function followPage(changed: () => void): void {
  const soon = (): void => void setTimeout(changed, SETTLES);
  new MutationObserver(soon).observe(document.documentElement, { childList: true });
  (window as { navigation?: EventTarget }).navigation?.addEventListener("navigatesuccess", soon);
}

/** A page may deny its storage: then nothing is remembered. */
export function withStorage<A>(use: (storage: Storage) => A): A | undefined {
  try {
    return use(sessionStorage);
  } catch {
    return;
  }
}

let covered = false;

/** While the window fills a phone the page behind it rests, and is found again where it was. */
export function cover(on: boolean): void {
  if (!on && !covered) return;
  document.body.inert = covered = on;
  document.documentElement.style.overflow = on ? "hidden" : "";
}
