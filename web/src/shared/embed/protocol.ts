import type { Attributes, Events, PageInfo, Settings } from "../../../npm/index";

/**
 * What the loader on somebody's page and our frame (or popped-out window) say to each other. The first message goes by
 * window, to the exact origin, and brings a port; everything else goes by that port. No session token and no word of a
 * conversation is ever among it.
 */

/** A member may be there without a value. */
type Unset<T> = { [K in keyof T]?: T[K] | undefined };

/** All that the page has to say, told at the beginning and whenever something of it changes. */
export interface PageState {
  settings: Unset<Settings>;
  /** Languages, the wanted one first. */
  locales: string[];
  attributes: Attributes;
  tags: string[];
  page: PageInfo | undefined;
  /** What happened on the page since the last time. */
  events: { name: string; data?: Attributes | undefined }[];
  /** How often the page has said that it knows the visitor; 0: it does not. */
  identity: number;
  /** The window fills the screen. */
  phone: boolean;
  open: boolean;
  /** What the page or the person asked to see, said once. */
  asked?: Asked | undefined;
  /** End the session and forget the person first; said once. */
  logout?: boolean;
}

export interface Asked {
  /** The person is there and goes on in the window. */
  focus?: boolean;
  chat?: string;
  /** The form for a new conversation, with a draft. */
  fresh?: boolean;
  channel?: string;
  message?: string;
}

export interface Init {
  type: "init";
  state: PageState;
  /** Only in a popped-out window: the frame has left its session to be taken over. */
  handed?: boolean | undefined;
}

/** A popped-out window has loaded and would like to go on as whoever was in the frame: SHA-256 of its secret, in hex. */
export interface Hello {
  type: "hello";
  hash: string;
}

export type HostMessage =
  | { type: "state"; state: PageState }
  /** The answer to a question for one; without a token the page had none. */
  | { type: "token"; token?: unknown }
  | { type: "handover"; hash: string };

/** The events that come from the frame; the others are the loader's own. */
export type FrameEvents = Omit<Events, "ready" | "open" | "close">;

/** How the launcher looks once the frame has told; in the language of the window. */
export interface LauncherLook {
  label: string;
  /** "2 unread messages"; empty without any. */
  waiting: string;
  accent?: string | undefined;
  position?: Settings["position"];
  /** Nobody is there, and the widget then has no launcher. */
  hidden: boolean;
  /** A conversation is going on: the next page wants to know. */
  going: boolean;
  /** Somebody may have a session here: there is somebody to forget. */
  known: boolean;
}

export type FrameMessage =
  | { type: "ready" }
  | { type: "look"; look: LauncherLook }
  | { type: "event"; name: keyof FrameEvents; detail: unknown }
  | { type: "close" }
  | { type: "token" }
  | { type: "handed"; ok: boolean };
