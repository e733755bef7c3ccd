import type { Answers, Attributes, Identity, PageInfo, Settings } from "../../npm/index";
import type {
  Asked,
  FrameMessage,
  HostMessage,
  Init,
  LauncherLook,
  PageState,
} from "../shared/embed/protocol";
import { emit } from "./events";
import { button, element, label, root, says } from "./launcher";
import { attempt, cover, followPage, giveToken, html, pageInfo, placed, pressed } from "./page";
import { wordsFor } from "./words";

declare const __VERSION__: string;

const MOST_EVENTS = 20;
/** From the frame's load on, however slow that was; also how long it may take to end a session, out of sight. */
const ANSWERS_WITHIN = 8_000;

const phone = matchMedia("(max-width: 479.98px)");
export const told = { version: __VERSION__ };

// A page has one widget: what there is to know of it stands in this file, where names can be made short.
export const { src, dataset } = document.currentScript as HTMLScriptElement;
const { origin } = new URL(src);
const address = `${origin}/widget/v1/chat/${dataset["widget"]}`;
export const settings: Settings = {};
export let attributes: Attributes = {};
export const tags = new Set<string>();
/** What `get` answers. */
export let known = nothing();
let identity: Identity | undefined;
let identified = 0;
let page: PageInfo | undefined;
/** What is said once. */
let once: Pick<PageState, "events" | "asked" | "logout"> = { events: [] };
let look: Partial<LauncherLook> = {};
let live = false;
let iframe: HTMLIFrameElement | undefined;
let popup: Window | null | undefined;
let opener: HTMLElement | undefined;
let blocked = false;
/** To the frame, and to the popped-out window. */
let frame: MessagePort | undefined;
let own: MessagePort | undefined;

// As long as there is no widget these find nothing to do.
button.onclick = () => {
  button.focus();
  toggle();
};
button.onpointerenter = () => preload("hover");
phone.onchange = update;
followPage(() => setPage());
document.addEventListener("securitypolicyviolation", refused);
document.addEventListener("click", (event) => pressed(event, show));
addEventListener("message", greeted);

function nothing(): Answers {
  return { ready: false, open: false, unread: 0, status: undefined, visitor: undefined };
}

export function start(): void {
  if (live) return;
  root.hidden = !(live = true);
  const left = attempt(() => sessionStorage[address] as string);
  // Where storage is denied, somebody may be known.
  look = { going: !!left, known: !attempt(() => !localStorage[address]) };
  setPage();
  if (once.asked) show(once.asked);
  preload("eager");
  (window.requestIdleCallback ?? setTimeout)(() => {
    if (left) load();
    if (left === "open" && !phone.matches) show({});
    preload("idle");
  });
}

/** Nothing of us stays on the page. */
export function end(): void {
  if (!live) return;
  popup?.close();
  known = nothing();
  attributes = {};
  tags.clear();
  delete settings.prefill;
  logout();
  update();
  const old = iframe;
  blocked = live = false;
  root.hidden = true;
  setTimeout(() => {
    old?.remove();
    if (!live) element.remove();
  }, ANSWERS_WITHIN);
  iframe = page = popup = frame = own = undefined;
  // A frame that is only coming is told then.
  once = { events: [], logout: true };
}

export function show(what: Asked): void {
  once.asked = what;
  if (!live) return;
  if (blocked || isOut()) return popOut();
  root.hidden = false;
  load();
  if (!known.open) {
    const { activeElement } = document;
    // To the page our button and our frame are one element.
    opener = activeElement === element ? button : (activeElement as HTMLElement);
    known.open = true;
    emit("open");
  }
  update();
  if (what.focus) iframe?.focus();
}

export function close(): void {
  delete once.asked;
  if (!known.open) return;
  const within = document.activeElement === element;
  known.open = false;
  update();
  if (within) (opener?.isConnected ? opener : button).focus();
  emit("close");
}

export const toggle = (): void => (known.open ? close() : show({ focus: true }));

/** The window is told where it was opened from; it says hello there, if that is one of the widget's sites. */
export function popOut(): void {
  if (!live) return;
  if (isOut()) return void popup?.focus();
  popup = window.open(`${address}#${location.origin}`, "", "width=400,height=640");
  if (popup) close();
  else emit("error", { code: "popup_blocked" });
}

export function hide(on: boolean): void {
  if (on) close();
  root.hidden = on;
}

export function track(name: string, data?: Attributes): void {
  once.events = [...once.events, { name, data }].slice(-MOST_EVENTS);
}

export function setPage(info = pageInfo(settings.trackPage)): void {
  page = info;
  update();
}

export function identify(how: Identity): void {
  identity = how;
  identified++;
}

export function logout(): void {
  identity = undefined;
  identified = 0;
  once.logout = true;
  look.going = false;
  known.visitor = undefined;
}

/** Draws, and tells the frame what is new on the page. */
export function update(): void {
  if (!live) return;
  const { open } = known;
  const launcherLabel = settings.launcherLabel ?? look.label ?? wordsFor(locales());
  const waiting = open ? "" : (look.waiting ?? "");
  if (!element.isConnected) html.append(element);
  root.className = open ? "open" : "";
  root.style.cssText = placed(settings, look);
  button.hidden = (settings.hideLauncher || (look.hidden && !open && !look.going)) as boolean;
  button.ariaExpanded = `${open}`;
  button.ariaLabel = `${launcherLabel} ${waiting}`;
  label.textContent = launcherLabel;
  if (says.textContent !== waiting) says.textContent = waiting;
  if (iframe) iframe.title = launcherLabel;
  cover(open && phone.matches);
  // For the next page: that a conversation is going on; neither what was said nor who said it.
  keep("sessionStorage", look.going && (open ? "open" : "there"));
  // Who is known is forgotten by the frame, even if it has to come for that.
  if (once.logout && look.known) load();
  if (frame || own) {
    const message: HostMessage = { type: "state", state: state() };
    frame?.postMessage(message);
    own?.postMessage(message);
  }
}

function keep(where: "localStorage" | "sessionStorage", what: unknown): void {
  attempt(() => (what ? (window[where][address] = what) : window[where].removeItem(address)));
}

function preload(when: Settings["preload"]): void {
  if (
    settings.preload === when &&
    !(navigator as { connection?: { saveData?: boolean } }).connection?.saveData
  )
    load();
}

function load(): void {
  if (iframe || !live) return;
  const made = (iframe = document.createElement("iframe"));
  made.src = address;
  // Taken out of the page and put back, a frame loads and begins anew.
  made.onload = () => {
    setTimeout(() => made === iframe && !known.ready && block(), ANSWERS_WITHIN);
    const port = connect(made.contentWindow as Window);
    if (made === iframe) frame = port;
  };
  root.prepend(made);
}

/**
 * The first message names the exact origin it is for and brings the port; nothing else goes by the window. What comes
 * back is looked at by its type before anything is done.
 */
function connect(target: Window, handed?: boolean): MessagePort {
  const { port1, port2 } = new MessageChannel();
  known.ready = false;
  port1.onmessage = ({ data }) => hear(data, port1);
  target.postMessage({ type: "init", state: state(), handed } satisfies Init, origin, [port2]);
  return port1;
}

/** A page asks us for nothing but the loader, which is here, and the frame. */
function refused({ blockedURI }: SecurityPolicyViolationEvent): void {
  if (!blockedURI.startsWith(origin)) return;
  const wanted = known.open;
  block();
  if (wanted) popOut();
}

/** Where no frame may be, the conversation has a window of its own. */
function block(): void {
  blocked = true;
  emit("error", { code: "frame_blocked" });
  close();
}

const isOut = (): boolean => !!popup && !popup.closed;
const locales = (): string[] =>
  [settings.locale as string, html.lang, ...navigator.languages].filter(Boolean);

/** What is said once is said now. */
function state(): PageState {
  const now = {
    ...once,
    settings,
    locales: locales(),
    attributes,
    tags: [...tags],
    page,
    identity: identified,
    phone: phone.matches,
    open: known.open,
  };
  once = { events: [] };
  return now;
}

/** The popped-out window has loaded: the frame, if it is there, leaves its session to whoever knows the secret of the hash. */
function greeted({ origin: from, source, data }: MessageEvent): void {
  if (from !== origin || source !== popup) return;
  if (frame && !blocked) frame.postMessage({ type: "handover", hash: data?.hash as string });
  else own = connect(popup as Window);
}

function hear(message: FrameMessage, from: MessagePort): void {
  const { type } = message;
  // For a later page, and told even by a frame that is going: that there is somebody to forget.
  if (type === "look") keep("localStorage", message.look.known);
  if (from !== frame && from !== own) return;
  // Both are the same person: while the popped-out window is there, what happens is told once.
  const second = from === frame && own && isOut();
  if (type === "ready") {
    known.ready = true;
    blocked = false;
    emit(type, told);
  } else if (type === "close") {
    close();
  } else if (type === "token") {
    void giveToken(from, identity);
  } else if (type === "handed") {
    if (popup) own = connect(popup, message.ok);
  } else if (second) {
    return;
  } else if (type === "look") {
    look = message.look;
    update();
  } else if (type === "event") {
    const { name, detail } = message as unknown as { name: "status"; detail: never };
    known[(name as string) === "identified" ? "visitor" : name] = detail;
    emit(name, detail);
  }
}
