import { batch, computed, signal } from "@preact/signals";
import { ApiError, type Api } from "../net/api";
import type { Clock } from "../net/surroundings";
import type { AckFrame, Chat, ClientFrame, Entry, Person, ServerFrame, Visibility } from "../net/wire";
import { ChatState } from "./chatState";
import type { Outbox } from "./outbox";

export interface ChatsUse {
  me: Person;
  api: Api;
  outbox: Outbox;
  clock: Clock;
  transmit(frame: ClientFrame): boolean;
}

export interface NewChat {
  /** Made once for a form, so that a repeat starts nothing twice. */
  id: string;
  text: string;
  to?: string;
  channel?: string;
  continues?: string;
}

export type ChatChange = "accept" | "withdraw" | "invite" | "level" | "channel" | "leave" | "close" | "note";

const HISTORY_PAGE = 50;
const FEW = 20;
const TYPING_EVERY = 3_000;

/** All chats of one caller. */
export class Chats {
  private readonly states = signal<ReadonlyMap<string, ChatState>>(new Map());
  readonly list = computed(() => [...this.states.value.values()].sort(newestFirst));
  readonly open = computed(() => this.list.value.filter((state) => !state.closed.value));
  readonly closed = computed(() => this.list.value.filter((state) => state.closed.value));
  /** What waits in the chats one takes part in; an invitation is not yet one of them. */
  readonly unread = computed(() =>
    this.open.value
      .filter(({ chat }) => chat.value.my.state !== "invited" && chat.value.my.may.includes("read"))
      .reduce((sum, state) => sum + state.unread.value, 0),
  );
  /** True once the open chats are known. */
  readonly ready = signal(false);
  readonly moreClosed = signal(true);

  private closedCursor = "";
  private readonly loading = new Set<string>();
  private readonly typedAt = new Map<string, number>();
  private mentioned = new Set<string>();

  constructor(private readonly use: ChatsUse) {}

  get me(): Person {
    return this.use.me;
  }

  find(id: string): ChatState | undefined {
    return this.states.value.get(id);
  }

  cursors(): Record<string, number> {
    this.mentioned = new Set();
    this.list.value.forEach((state) => state.restart());
    return Object.fromEntries(this.open.value.map((state) => [state.id, state.bookmark]));
  }

  /** The frames about chats; the others are somebody else's. */
  apply(frame: ServerFrame): void {
    switch (frame.type) {
      case "chat":
        this.learn(frame.chat);
        return;
      case "entry":
        return this.withState(frame.chat, (state) => this.applyEntry(state, frame));
      case "page":
        return this.withState(frame.chat, (state) => this.applyPage(state, frame.entries, frame.complete));
      case "ack":
        return this.applyAck(frame);
      case "typing":
        return this.find(frame.chat)?.showTyping(frame.who);
      case "read":
        return this.find(frame.chat)?.mark(frame.who, frame.read, frame.delivered);
      case "refused":
        if (!frame.id && frame.chat && (frame.code === "not_found" || frame.code === "forbidden"))
          this.lose(frame.chat);
        return;
      case "live":
        return this.catchUp();
      default:
        return;
    }
  }

  /** The chat with its newest entries loaded. */
  async show(id: string): Promise<ChatState> {
    const state = this.find(id) ?? this.learn(await this.use.api.get<Chat>(`/chats/${id}`));
    if (!state.closed.value && state.chat.value.my.state !== "active") {
      this.use.transmit({ type: "fetch", chat: id, after: state.bookmark });
    }
    // Who has just come in is told the log from there on: what was said before is fetched.
    if (state.entries.value.length < FEW) await this.loadOlder(state);
    return state;
  }

  async start(chat: NewChat): Promise<ChatState> {
    return this.learn(await this.use.api.post<Chat>("/chats", chat));
  }

  /** Says what happened in the log as well, so nothing else needs doing here. */
  async change(id: string, change: ChatChange, body: object = {}): Promise<ChatState> {
    return this.learn(await this.use.api.post<Chat>(`/chats/${id}/${change}`, body));
  }

  async decline(id: string, reason?: string): Promise<void> {
    await this.use.api.post<unknown>(`/chats/${id}/decline`, reason ? { reason } : {});
    await this.refresh(id);
  }

  /** What one thought of a closed chat. */
  async rate(id: string, score: number, comment: string): Promise<void> {
    await this.use.api.put<unknown>(`/chats/${id}/rating`, { score, ...(comment ? { comment } : {}) });
    await this.refresh(id);
  }

  send(state: ChatState, text: string, visibility: Visibility = "everyone"): void {
    this.typedAt.delete(state.id);
    this.use.outbox.add(state.id, text, visibility);
  }

  typing(state: ChatState): void {
    const now = this.use.clock.now();
    if (now - (this.typedAt.get(state.id) ?? -TYPING_EVERY) < TYPING_EVERY) return;
    this.typedAt.set(state.id, now);
    this.use.transmit({ type: "typing", chat: state.id });
  }

  markRead(state: ChatState): void {
    const n = state.bookmark;
    if (state.markRead(n)) this.use.transmit({ type: "read", chat: state.id, n });
  }

  /** How many entries came; 0 at the start of the chat. */
  async loadOlder(state: ChatState): Promise<number> {
    if (state.reachesStart || this.loading.has(state.id)) return 0;
    this.loading.add(state.id);
    try {
      const before = state.first;
      const path = `/chats/${state.id}/entries?before=${before}&limit=${HISTORY_PAGE}`;
      const { entries } = await this.use.api.get<{ entries: Entry[] }>(path);
      state.prepend(entries);
      return before - state.first;
    } finally {
      this.loading.delete(state.id);
    }
  }

  async loadClosed(): Promise<void> {
    const path = `/chats?status=closed&limit=${HISTORY_PAGE}${this.closedCursor && `&cursor=${this.closedCursor}`}`;
    const { chats, cursor } = await this.use.api.get<{ chats: Chat[]; cursor?: string }>(path);
    this.closedCursor = cursor ?? "";
    this.moreClosed.value = cursor !== undefined;
    batch(() => chats.forEach((chat) => this.learn(chat)));
  }

  private learn(chat: Chat): ChatState {
    this.mentioned.add(chat.id);
    const known = this.find(chat.id);
    if (known) {
      known.update(chat);
      return known;
    }
    const state = new ChatState(chat, {
      me: this.use.me,
      clock: this.use.clock,
      fetch: (id, after) => this.use.transmit({ type: "fetch", chat: id, after }),
      settled: (clientId) => this.use.outbox.settle(clientId),
    });
    this.states.value = new Map(this.states.value).set(chat.id, state);
    return state;
  }

  private applyEntry(state: ChatState, entry: Entry): void {
    state.apply(entry);
  }

  private applyPage(state: ChatState, entries: Entry[], complete: boolean): void {
    state.applyPage(entries, complete);
    if (!state.closed.value && entries.some((entry) => entry.kind === "closed")) void this.refresh(state.id);
  }

  private applyAck(frame: AckFrame): void {
    const twin = this.use.outbox.find(frame.id);
    batch(() => {
      this.use.outbox.settle(frame.id);
      this.find(frame.chat)?.ack(frame, twin);
    });
  }

  /** What nobody mentioned since the new connection has changed while we were away, or is ours no longer. */
  private catchUp(): void {
    this.ready.value = true;
    for (const state of this.open.value) {
      if (this.mentioned.has(state.id)) state.noteHead(state.chat.value.head);
      else void this.refresh(state.id);
    }
  }

  private async refresh(id: string): Promise<void> {
    try {
      this.learn(await this.use.api.get<Chat>(`/chats/${id}`));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.code === "not_found" || error.code === "forbidden") this.lose(id);
    }
  }

  private lose(id: string): void {
    const rest = new Map(this.states.value);
    if (rest.delete(id)) this.states.value = rest;
  }

  private withState(id: string, use: (state: ChatState) => void): void {
    const state = this.find(id);
    if (state) use(state);
    else void this.refresh(id);
  }
}

function newestFirst(a: ChatState, b: ChatState): number {
  return activeAt(b).localeCompare(activeAt(a));
}

/** When something last happened in a chat. */
export function activeAt(state: ChatState): string {
  const { createdAt, last } = state.chat.value;
  return state.entries.value.at(-1)?.at ?? last?.at ?? createdAt;
}
