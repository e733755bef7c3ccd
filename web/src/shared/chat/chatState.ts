import { computed, signal } from "@preact/signals";
import type { Clock } from "../net/surroundings";
import type { AckFrame, Chat, Entry, Participant, Person } from "../net/wire";
import type { OutboxItem } from "./outbox";
import { marksOf, type Marks } from "./marks";

export interface ChatUse {
  me: Person;
  clock: Clock;
  /** Asks for everything after n; a page comes back. */
  fetch(chat: string, after: number): void;
  /** An own message was met in the log. */
  settled(clientId: string): void;
}

const TYPING_LASTS = 6_000;

/**
 * One chat as its caller sees it: the entries from the oldest loaded one to the bookmark, without a hole.
 * It knows no socket and no HTTP.
 */
export class ChatState {
  readonly chat;
  readonly entries = signal<readonly Entry[]>([]);
  /** Own messages the server has numbered beyond a hole: shown as sent, put in place once the hole is filled. */
  readonly ahead = signal<readonly Entry[]>([]);
  readonly typing = signal<readonly Person[]>([]);
  readonly read;
  readonly unread = computed(() => this.countUnread());
  readonly marks = computed<Marks>(() => marksOf(this.chat.value, this.use.me));
  readonly closed = computed(() => this.chat.value.status === "closed");

  private readonly floor;
  private readonly early = new Map<number, Entry>();
  private readonly typingEnds = new Map<string, () => void>();
  private fetchedAfter = -1;
  /** The read mark as the server has it: what was marked as unread here lies behind it. */
  private readThere: number;

  constructor(
    first: Chat,
    private readonly use: ChatUse,
  ) {
    this.chat = signal(first);
    this.floor = signal(first.head);
    this.read = signal(first.read);
    this.readThere = first.read;
  }

  get id(): string {
    return this.chat.value.id;
  }

  /** The newest number up to which nothing is missing. */
  get bookmark(): number {
    return this.entries.value.at(-1)?.n ?? this.floor.value;
  }

  /** The oldest number loaded; the one after the bookmark if none is. */
  get first(): number {
    return this.entries.value[0]?.n ?? this.floor.value + 1;
  }

  get reachesStart(): boolean {
    return this.first <= 1;
  }

  update(next: Chat): void {
    if (next.version < this.chat.value.version) return;
    const joined = this.chat.value.my.state !== "active" && next.my.state === "active";
    this.chat.value = { ...next, participants: next.participants.map((each) => this.keepMarks(each)) };
    this.readElsewhere(next.read);
    // From now on entries come by themselves; those written until now were told to nobody here.
    if (joined && next.status === "active") this.noteHead(next.head);
  }

  apply(entry: Entry): void {
    this.place([entry]);
    if (this.early.size > 0) this.fetchMissing();
  }

  /** More pages follow until one is complete. A page that brought nothing new is not asked for again at once. */
  applyPage(entries: readonly Entry[], complete: boolean): void {
    const before = this.bookmark;
    this.place(entries);
    this.fetchedAfter = complete ? -1 : this.bookmark;
    if (complete && this.early.size > 0 && this.bookmark > before) this.fetchMissing();
  }

  /** History from before the first entry, as REST gives it. */
  prepend(older: readonly Entry[]): void {
    const fitting = older.filter((entry) => entry.n < this.first);
    if (fitting.at(-1)?.n !== this.first - 1) return;
    this.entries.value = [...fitting, ...this.entries.value];
    fitting.forEach((entry) => this.recognise(entry));
  }

  /** The ack of an own message is its entry: it takes the place of the pending twin. */
  ack(frame: AckFrame, twin: OutboxItem | undefined): void {
    if (!twin) return this.noteHead(frame.n);
    const { id, text, visibility } = twin;
    this.apply({ n: frame.n, kind: "message", by: this.use.me, text, visibility, id, at: frame.at });
  }

  /** The server is at n: what we lack is asked for. */
  noteHead(n: number): void {
    if (n > this.bookmark) this.fetchMissing();
  }

  /** A new connection starts from the cursors: what was asked for on the old one will not come. */
  restart(): void {
    this.fetchedAfter = -1;
  }

  showTyping(who: Person): void {
    if (who.id === this.use.me.id) return;
    this.typingEnds.get(who.id)?.();
    if (!this.typing.value.some((person) => person.id === who.id))
      this.typing.value = [...this.typing.value, who];
    this.typingEnds.set(
      who.id,
      this.use.clock.after(TYPING_LASTS, () => this.hideTyping(who.id)),
    );
  }

  mark(who: string, read: number, delivered: number): void {
    if (who === this.use.me.id) this.readElsewhere(read);
    const participants = this.chat.value.participants.map((each) =>
      each.person.id === who
        ? { ...each, read: Math.max(each.read, read), delivered: Math.max(each.delivered, delivered) }
        : each,
    );
    this.chat.value = { ...this.chat.value, participants };
  }

  /** True if the mark moved. */
  markRead(n: number): boolean {
    if (n <= this.read.value) return false;
    this.read.value = n;
    this.readThere = Math.max(this.readThere, n);
    return true;
  }

  /** From this message on, or the last of somebody else, it counts as unread again, here. False if there is none. */
  markUnread(from?: number): boolean {
    const last = this.entries.value.findLast(
      (entry) => entry.kind === "message" && !this.own(entry) && (from === undefined || entry.n === from),
    );
    if (!last) return false;
    this.read.value = Math.min(this.read.value, last.n - 1);
    return true;
  }

  private readElsewhere(n: number): void {
    if (n <= this.readThere) return;
    this.readThere = n;
    this.read.value = Math.max(this.read.value, n);
  }

  /** Marks only ever move forward, whatever order they come in. */
  private keepMarks(next: Participant): Participant {
    const known = this.chat.value.participants.find((each) => each.person.id === next.person.id);
    if (!known) return next;
    return {
      ...next,
      read: Math.max(next.read, known.read),
      delivered: Math.max(next.delivered, known.delivered),
    };
  }

  private place(incoming: readonly Entry[]): void {
    incoming.filter((entry) => entry.n > this.bookmark).forEach((entry) => this.early.set(entry.n, entry));
    const placed: Entry[] = [];
    let next = this.bookmark + 1;
    for (let entry = this.early.get(next); entry; entry = this.early.get(++next)) {
      placed.push(entry);
      this.early.delete(next);
    }
    if (placed.length > 0) this.entries.value = [...this.entries.value, ...placed];
    this.ahead.value = [...this.early.values()].filter((entry) => this.own(entry)).sort((a, b) => a.n - b.n);
    incoming.forEach((entry) => this.recognise(entry));
  }

  private recognise(entry: Entry): void {
    if (entry.by && entry.kind === "message") this.hideTyping(entry.by.id);
    if (entry.id && this.own(entry)) this.use.settled(entry.id);
  }

  private own(entry: Entry): boolean {
    return entry.by?.id === this.use.me.id;
  }

  private fetchMissing(): void {
    if (this.fetchedAfter === this.bookmark) return;
    this.fetchedAfter = this.bookmark;
    this.use.fetch(this.id, this.bookmark);
  }

  private hideTyping(id: string): void {
    this.typingEnds.get(id)?.();
    if (!this.typingEnds.delete(id)) return;
    this.typing.value = this.typing.value.filter((person) => person.id !== id);
  }

  /** Where the entries reach back to the read mark they are counted; else the server has counted up to its head. */
  private countUnread(): number {
    const { head, unread } = this.chat.value;
    const read = this.read.value;
    const counted = read >= head || this.first <= read + 1 ? 0 : unread;
    const after = counted > 0 ? head : read;
    return (
      counted + this.entries.value.filter((e) => e.n > after && e.kind === "message" && !this.own(e)).length
    );
  }
}
