import { signal } from "@preact/signals";
import { plural, t } from "../i18n";
import type { Clock } from "../net/surroundings";

export interface Sentence {
  readonly key: number;
  readonly text: string;
}

const STAYS = 30_000;
const BURST_WAITS = 2_000;
const BURST_FROM = 4;
const LONGEST = 200;

/** What the hidden announcer says. Short sentences, removed after a while; a burst becomes one sentence. */
export class Announcements {
  readonly sentences = signal<readonly Sentence[]>([]);
  readonly alert = signal("");
  private readonly waiting = new Map<string, string[]>();
  private next = 1;

  constructor(
    private readonly clock: Clock,
    /** Whether of messages only their number is wanted. */
    private readonly onlyCounts: () => boolean = () => false,
  ) {}

  say(text: string): void {
    const sentence = { key: this.next++, text };
    this.sentences.value = [...this.sentences.value, sentence];
    this.clock.after(STAYS, () => {
      this.sentences.value = this.sentences.value.filter((each) => each !== sentence);
    });
  }

  /** Something that must be heard now, as a message that was not sent. */
  warn(text: string): void {
    this.alert.value = text;
    this.clock.after(STAYS, () => {
      if (this.alert.value === text) this.alert.value = "";
    });
  }

  /** An incoming message is held for a moment, to hear whether it is the first of many. */
  message(name: string, text: string): void {
    const held = this.waiting.get(name);
    if (held) {
      held.push(text);
      return;
    }
    this.waiting.set(name, [text]);
    this.clock.after(BURST_WAITS, () => this.speak(name));
  }

  private speak(name: string): void {
    const texts = this.waiting.get(name) ?? [];
    this.waiting.delete(name);
    if (texts.length >= BURST_FROM || this.onlyCounts())
      this.say(plural("chat.announceBurst", texts.length, { name }));
    else texts.forEach((text) => this.say(spoken(name, text)));
  }
}

function spoken(name: string, text: string): string {
  const points = [...text];
  if (points.length <= LONGEST) return t("chat.announceMessage", { name, text });
  return t("chat.announceContinues", { name, text: points.slice(0, LONGEST).join("") });
}
