/** What a page may set about the chat window; everything else is decided where the widget is kept. */
export interface Settings {
  /** Name or id of a channel open to this widget. */
  channel?: string;
  /** A BCP 47 tag; otherwise the language of the page, of the browser, of the widget. */
  locale?: string;
  theme?: "auto" | "light" | "dark";
  /** `#rrggbb`; refused if white text on it has a contrast of less than 4.5 : 1. */
  accent?: string;
  /** `end` is right where one reads from left to right. */
  position?: "end" | "start" | "left" | "right";
  /** Distance from the corner, in pixels. */
  offset?: { block?: number; inline?: number };
  zIndex?: number;
  hideLauncher?: boolean;
  launcherLabel?: string;
  /** When the frame is loaded: at the first click, when the pointer comes near, when the page rests, at once. */
  preload?: "click" | "hover" | "idle" | "eager";
  /** `false`: nothing is loaded or stored until `consent(true)`. */
  consent?: boolean;
  /** Shown to the agent as not verified. */
  prefill?: { name?: string; email?: string; message?: string };
  /** Up to 20, shown to the agent as not verified. */
  attributes?: Attributes;
  /** What the agent is told of the page. */
  trackPage?: "title" | "url" | "off";
  /** The frame writes to the console what it hears and what it tells. */
  debug?: boolean;
}

/** Flat: texts of at most 200 characters, numbers, yes or no. */
export type Attributes = Record<string, string | number | boolean>;

export interface PageInfo {
  title?: string;
  url?: string;
}

/** The host's server makes a JSON web token; `getToken` is asked again before it expires. */
export type Identity = { token: string } | { getToken: () => string | Promise<string> };

export interface Status {
  online: boolean;
  channels: { id: string; online: boolean }[];
  /** When the desk opens again; only while it is closed. */
  opensAt?: string;
}

/** What each event tells. No event ever holds what was written. */
export interface Events {
  ready: { version: string };
  open: undefined;
  close: undefined;
  unread: number;
  status: Status;
  "chat:requested": { chat: string; channel: string };
  "chat:queue": { chat: string; position: number; waited: number };
  "chat:accepted": { chat: string; agent: string };
  "chat:invite": { chat: string };
  "chat:closed": { chat: string; reason: string };
  message: { chat: string; seq: number; from: "agent" | "self" | "system" };
  saved: { chat: string; as: string };
  rated: { chat: string; score: number };
  identified: { sub: string };
  "identify:error": { code: string };
  error: { code: string; detail?: string };
}

export type EventName = keyof Events;
export type Listener<E extends EventName> = (detail: Events[E]) => void;

/** What `get` answers, at once. */
export interface Answers {
  ready: boolean;
  open: boolean;
  unread: number;
  status: Status | undefined;
  /** Who the page has vouched for. */
  visitor: { sub: string } | undefined;
}

/** All commands; on the page also as `Parley("open", …)`. */
export interface Commands {
  boot(settings?: Settings): void;
  update(settings: Settings): void;
  /** Ends the session and removes everything; `boot` works again. */
  shutdown(): void;
  identify(identity: Identity): void;
  /** Forgets the person and keeps the widget. */
  logout(): void;
  open(what?: { chat?: string }): void;
  close(): void;
  toggle(): void;
  /** Launcher and window. */
  show(): void;
  hide(): void;
  /** Opens the form with a draft; never sends. */
  newConversation(draft?: { channel?: string; message?: string }): void;
  popout(): void;
  set(key: string, value: string | number | boolean): void;
  unset(key: string): void;
  tag(name: string): void;
  untag(name: string): void;
  track(event: string, data?: Attributes): void;
  page(info?: PageInfo): void;
  setLocale(locale: string): void;
  setTheme(theme: "auto" | "light" | "dark"): void;
  consent(given: boolean): void;
  get<K extends keyof Answers>(what: K): Answers[K];
  /** Answers with a function that ends it. */
  on<E extends EventName>(event: E, listener: Listener<E>): () => void;
  once<E extends EventName>(event: E, listener: Listener<E>): () => void;
  off<E extends EventName>(event: E, listener: Listener<E>): void;
}

/** `window.Parley`: a function that takes a command's name, and has every command as a method. */
export type ParleyGlobal = Commands & {
  <K extends keyof Answers>(command: "get", what: K): Answers[K];
  <C extends keyof Commands>(command: C, ...args: Parameters<Commands[C]>): ReturnType<Commands[C]>;
};

/** Where the widget comes from, and which one it is. */
export interface Place {
  /** `https://chat.example.com` */
  host: string;
  widget: string;
}

/** Loads the widget once and shows its launcher. Safe to repeat; does nothing on a server. */
export function boot(settings: Settings & Place): void;
export function update(settings: Settings): void;
export function shutdown(): void;
export function identify(identity: Identity): void;
export function logout(): void;
export function open(what?: { chat?: string }): void;
export function close(): void;
export function toggle(): void;
export function show(): void;
export function hide(): void;
export function newConversation(draft?: { channel?: string; message?: string }): void;
export function popout(): void;
export function set(key: string, value: string | number | boolean): void;
export function unset(key: string): void;
export function tag(name: string): void;
export function untag(name: string): void;
export function track(event: string, data?: Attributes): void;
export function page(info?: PageInfo): void;
export function setLocale(locale: string): void;
export function setTheme(theme: "auto" | "light" | "dark"): void;
export function consent(given: boolean): void;
/** Before the widget is loaded nothing is known: `undefined`. */
export function get<K extends keyof Answers>(what: K): Answers[K] | undefined;
export function on<E extends EventName>(event: E, listener: Listener<E>): () => void;
export function once<E extends EventName>(event: E, listener: Listener<E>): () => void;
export function off<E extends EventName>(event: E, listener: Listener<E>): void;
