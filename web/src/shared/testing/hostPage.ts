import { vi } from "vitest";
import type { ParleyGlobal } from "../../../npm/index";
import type { FrameMessage, HostMessage, Init, LauncherLook, PageState } from "../embed/protocol";

export const ORIGIN = "https://chat.example";

/** What a frame tells in which somebody is known. */
export const look: LauncherLook = { label: "Ask us", waiting: "", hidden: false, going: false, known: true };

/** The other end of the port: plays the frame, as far as the loader sees it. */
export class PlayedFrame {
  init: Init | undefined;
  readonly heard: HostMessage[] = [];
  private port: MessagePort | undefined;

  /** The window that the loader posts to. */
  readonly window = {
    postMessage: (init: Init, origin: string, [port]: MessagePort[]) => {
      if (origin !== ORIGIN) throw new Error(`posted to ${origin}`);
      this.init = init;
      this.port = port;
      if (port) port.onmessage = ({ data }: MessageEvent<HostMessage>) => this.heard.push(data);
    },
  };

  says(...messages: FrameMessage[]): void {
    messages.forEach((message) => this.port?.postMessage(message));
  }

  get state(): PageState | undefined {
    const states = this.heard.flatMap((message) => (message.type === "state" ? [message.state] : []));
    return states.at(-1) ?? this.init?.state;
  }

  /** Everything the page has said, in its order. */
  get states(): PageState[] {
    const later = this.heard.flatMap((message) => (message.type === "state" ? [message.state] : []));
    return [...(this.init ? [this.init.state] : []), ...later];
  }
}

export interface HostPage {
  parley: ParleyGlobal;
  element(): HTMLElement | null;
  root(): ShadowRoot;
  button(): HTMLButtonElement;
  iframe(): HTMLIFrameElement | null;
  /** The frame has loaded, and says that it is there unless it is `silent`. */
  connects(how?: { silent: boolean }): Promise<PlayedFrame>;
}

let roots: ShadowRoot[] = [];
const observers: MutationObserver[] = [];
const attach = Element.prototype.attachShadow;
const create = document.createElement.bind(document);

/** Loads a fresh loader as a page's script does; closed roots are open to the test alone. */
export async function loadOn(attributes: Record<string, string> = {}): Promise<HostPage> {
  roots = [];
  vi.resetModules();
  vi.stubGlobal("MutationObserver", RecordedObserver);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const script = document.createElement("script");
  script.type = "text/plain";
  script.src = `${ORIGIN}/widget/v1/loader.js`;
  Object.assign(script.dataset, { widget: "shop", ...attributes });
  vi.spyOn(document, "currentScript", "get").mockReturnValue(script);
  // An element that loads nothing by itself: the test says when the frame is there.
  vi.spyOn(document, "createElement").mockImplementation(((name: string) =>
    create(name === "iframe" ? "played-frame" : name)) as typeof document.createElement);
  vi.spyOn(Element.prototype, "attachShadow").mockImplementation(function (this: Element, how) {
    const root = attach.call(this, { ...how, mode: "open" });
    roots.push(root);
    return root;
  });
  await import("../../loader/main");
  return pageOf(attributes["global"] ?? "Parley");
}

const Observer = globalThis.MutationObserver;

class RecordedObserver extends Observer {
  constructor(changed: MutationCallback) {
    super(changed);
    observers.push(this);
  }
}

function pageOf(name: string): HostPage {
  const root = (): ShadowRoot => roots.at(-1) as ShadowRoot;
  const page: HostPage = {
    parley: (window as unknown as Record<string, ParleyGlobal>)[name] as ParleyGlobal,
    element: () => document.querySelector("parley-widget"),
    root,
    button: () => root().querySelector("button") as HTMLButtonElement,
    iframe: () => root().querySelector<HTMLIFrameElement>("played-frame"),
    connects: async (how) => {
      const frame = new PlayedFrame();
      const iframe = page.iframe();
      if (!iframe) throw new Error("there is no frame");
      Object.defineProperty(iframe, "contentWindow", { value: frame.window, configurable: true });
      iframe.onload?.(new Event("load"));
      iframe.onload = null;
      if (how?.silent) return frame;
      frame.says({ type: "ready" });
      await vi.waitUntil(() => page.parley("get", "ready"));
      return frame;
    },
  };
  return page;
}

/** Takes away all that a loader left on the page. */
export function clearPage(): void {
  observers.splice(0).forEach((each) => each.disconnect());
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  for (const name of ["Parley", "Other"]) {
    const loaded = (window as unknown as Record<string, Partial<ParleyGlobal> | undefined>)[name];
    loaded?.shutdown?.();
  }
  // What waits for its time belongs to a page that is gone.
  if (vi.isFakeTimers()) vi.clearAllTimers();
  vi.useRealTimers();
  document.querySelectorAll("parley-widget").forEach((each) => each.remove());
  document.body.replaceChildren();
  document.body.inert = false;
  document.documentElement.removeAttribute("dir");
  document.documentElement.removeAttribute("lang");
  document.documentElement.style.cssText = "";
  for (const name of ["Parley", "Other", "ParleySettings"]) Reflect.deleteProperty(window, name);
  sessionStorage.clear();
  localStorage.clear();
}
