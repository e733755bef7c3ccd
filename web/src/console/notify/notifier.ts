import type { ChatState } from "../../shared/chat/chatState";
import type { Clock } from "../../shared/net/surroundings";
import type { ChatRequest, Entry, Person, ServerFrame } from "../../shared/net/wire";
import type { Notified, Preferences } from "../state/preferences";
import { quiet } from "./quietHours";

export type SoundName = "request" | "message" | "mention";

/** What there is to tell, before it is put into words. */
export type News =
  | { event: "request" | "invitation"; chat: string; request: ChatRequest }
  | { event: "message" | "mention"; chat: string; entry: Entry };

export interface NotifierUse {
  me: Person;
  clock: Clock;
  serverTime(): number;
  preferences(): Preferences;
  leading(): boolean;
  /** Whether somebody looks at one of the tabs. */
  watched(): boolean;
  chat(id: string): ChatState | undefined;
  /** The request, while it is open. */
  request(chat: string): ChatRequest | undefined;
  popup(news: News): void;
  sound(name: SoundName): void;
}

/** Whoever has the chat before his eyes has read it by then. */
const WAITS = 600;
const FRESH = 60_000;
const RINGS_EVERY = 8_000;
const MOST_RINGS = 6;

const sounds: Readonly<Record<Notified, SoundName>> = {
  request: "request",
  invitation: "request",
  message: "message",
  mention: "mention",
};

/** Decides what an agent is told by pop-up and sound: each thing once, by the tab that leads. */
export class Notifier {
  private stopRinging = (): void => undefined;

  constructor(private readonly use: NotifierUse) {}

  hear(frame: ServerFrame): void {
    if (!this.use.leading()) return;
    if (frame.type === "request" && frame.change === "added" && frame.request) this.asked(frame.request);
    if (frame.type === "request" && frame.change === "reminder") this.remind(frame.chat);
    if (frame.type === "entry") this.said(frame.chat, frame);
    if (frame.type === "page") frame.entries.forEach((entry) => this.said(frame.chat, entry));
  }

  /** Somebody is there and has heard it. */
  hush(): void {
    this.stopRinging();
    this.stopRinging = () => undefined;
  }

  private asked(request: ChatRequest): void {
    if (this.fresh(request.since)) this.tellOf(request);
  }

  private tellOf(request: ChatRequest): void {
    const event = request.kind === "invitation" ? "invitation" : "request";
    this.soon({ event, chat: request.chat, request }, () => this.use.request(request.chat) !== undefined);
  }

  /** Nobody has seen it yet: told once more, however old it is. */
  private remind(chat: string): void {
    const request = this.use.request(chat);
    if (request) this.tellOf(request);
  }

  private said(chat: string, entry: Entry): void {
    if (entry.kind !== "message" || entry.by?.id === this.use.me.id || !this.fresh(entry.at)) return;
    const state = this.use.chat(chat);
    if (!state) return;
    const mention = mentions(entry, this.use.me);
    if (!this.concerns(state, entry, mention)) return;
    const event = mention ? "mention" : "message";
    this.soon({ event, chat, entry }, () => state.read.value < entry.n);
  }

  /** Who is called by name hears it, whatever he monitors. */
  private concerns(state: ChatState, entry: Entry, mention: boolean): boolean {
    const { my } = state.chat.value;
    if (my.state !== "active") return false;
    if (mention) return true;
    const level = my.monitoring ?? "all";
    return level === "all" || (level === "customer" && entry.by?.kind !== "agent");
  }

  private soon(news: News, stillNew: () => boolean): void {
    this.use.clock.after(WAITS, () => {
      const { notifications, quietHours, timeZone } = this.use.preferences();
      if (!stillNew() || quiet(quietHours, new Date(this.use.serverTime()), timeZone)) return;
      const ways = notifications[news.event];
      if (ways.popup && !this.use.watched()) this.use.popup(news);
      if (ways.sound) this.ring(sounds[news.event], stillNew);
    });
  }

  /** A request rings again until somebody is there or it is gone; the rest sounds once. */
  private ring(sound: SoundName, stillNew: () => boolean, times = 1): void {
    this.use.sound(sound);
    if (sound !== "request" || times >= MOST_RINGS) return;
    this.stopRinging();
    this.stopRinging = this.use.clock.after(RINGS_EVERY, () => {
      if (stillNew() && this.use.leading()) this.ring(sound, stillNew, times + 1);
    });
  }

  private fresh(at: string): boolean {
    return this.use.serverTime() - Date.parse(at) < FRESH;
  }
}

function mentions(entry: Entry, me: Person): boolean {
  return entry.visibility === "agents" && (entry.text ?? "").includes(`@${me.name}`);
}
