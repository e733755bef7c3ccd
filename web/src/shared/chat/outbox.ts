import { computed, signal, type ReadonlySignal } from "@preact/signals";
import { newId } from "../net/ids";
import type { Clock } from "../net/surroundings";
import type { ClientFrame, ErrorCode, Visibility } from "../net/wire";
import type { OutboxStore, Unsent } from "./outboxStore";

/**
 * pending → (ack) gone · pending → (final refusal) failed · pending → (too old at a new connection) asking.
 * failed → (try again) pending · asking → (send now) pending · failed, asking → (delete) gone.
 */
export interface OutboxItem extends Unsent {
  readonly state: "pending" | "asking" | "failed";
  readonly code?: ErrorCode;
}

const REPEAT_FIRST = 5_000;
const REPEAT_LONGEST = 30_000;
const ASK_AFTER = 10 * 60_000;
export const IN_FLIGHT = 20;

/** These refusals pass by themselves; every other one is final. */
const PASSING: ReadonlySet<ErrorCode> = new Set<ErrorCode>(["unavailable", "too_fast", "limit"]);

interface Lane {
  readonly inFlight: Set<string>;
  wait: number;
  /** After a passing refusal nothing overtakes the refused one. */
  held: boolean;
  cancel: () => void;
}

/** Keeps what a caller has written until the server has it, in order, under the id it was first sent with. */
export class Outbox {
  private readonly held = signal<readonly OutboxItem[]>([]);
  private readonly lanes = new Map<string, Lane>();
  private connected = false;
  private readonly unwatch: () => void;

  /** How many reached the server since the connection came back. */
  readonly sentSinceReturn = signal(0);
  readonly items: ReadonlySignal<readonly OutboxItem[]> = this.held;
  readonly unsentCount = computed(() => this.held.value.length);

  constructor(
    private readonly transmit: (frame: ClientFrame) => boolean,
    private readonly store: OutboxStore,
    private readonly clock: Clock,
  ) {
    this.held.value = store.all().map((unsent) => ({ ...unsent, state: "pending" }));
    this.unwatch = store.watch((id) => this.forget(id));
  }

  add(chat: string, text: string, visibility: Visibility = "everyone"): OutboxItem {
    const unsent: Unsent = { id: newId(), chat, text, visibility, at: this.clock.now() };
    this.store.put(unsent);
    const item: OutboxItem = { ...unsent, state: "pending" };
    this.held.value = [...this.held.value, item];
    this.pump(chat);
    return item;
  }

  /** The connection is live again: what waited goes out, in order; what waited too long is asked about. */
  resume(): void {
    this.connected = true;
    this.sentSinceReturn.value = 0;
    this.askAboutOldOnes();
    for (const chat of new Set(this.held.value.map((item) => item.chat))) {
      this.resetLane(chat);
      this.pump(chat);
    }
  }

  pause(): void {
    this.connected = false;
    this.lanes.forEach((lane) => lane.cancel());
    this.lanes.clear();
  }

  /** The server has it: it was acked, or met in the log because its ack was lost or another tab sent it. */
  settle(id: string): void {
    const item = this.find(id);
    if (!item) return;
    this.sentSinceReturn.value++;
    const lane = this.lanes.get(item.chat);
    if (lane) lane.wait = REPEAT_FIRST;
    this.discard(id);
  }

  refused(id: string, code: ErrorCode): void {
    const item = this.find(id);
    if (!item) return;
    const lane = this.lane(item.chat);
    if (PASSING.has(code)) {
      lane.held = true;
      return;
    }
    lane.inFlight.delete(id);
    this.change(id, { state: "failed", code });
    this.pump(item.chat);
  }

  /** Try again, or send now. The id stays: it only changes when it already stands for another text. */
  retry(id: string): void {
    const item = this.find(id);
    if (!item) return;
    const at = this.clock.now();
    const next: Unsent = {
      id: item.code === "id_reused" ? newId() : id,
      chat: item.chat,
      text: item.text,
      visibility: item.visibility,
      at,
    };
    if (next.id !== id) this.store.remove(id);
    this.store.put(next);
    this.held.value = this.held.value.map((each) => (each.id === id ? { ...next, state: "pending" } : each));
    this.pump(item.chat);
  }

  discard(id: string): void {
    const item = this.find(id);
    if (!item) return;
    this.store.remove(id);
    this.forget(id);
    this.pump(item.chat);
  }

  find(id: string): OutboxItem | undefined {
    return this.held.value.find((item) => item.id === id);
  }

  close(): void {
    this.pause();
    this.unwatch();
  }

  private pump(chat: string): void {
    if (!this.connected) return;
    const lane = this.lane(chat);
    if (lane.held) return;
    for (const item of this.pendingOf(chat)) {
      if (lane.inFlight.size >= IN_FLIGHT) break;
      if (!lane.inFlight.has(item.id) && this.transmitItem(item)) lane.inFlight.add(item.id);
    }
    this.watchLane(chat, lane);
  }

  private transmitItem({ id, chat, text, visibility }: OutboxItem): boolean {
    return this.transmit({ type: "send", id, chat, text, visibility });
  }

  /** What was not answered in time is said again, all of it and in order. */
  private watchLane(chat: string, lane: Lane): void {
    lane.cancel();
    if (lane.inFlight.size === 0) return;
    lane.cancel = this.clock.after(lane.wait, () => {
      lane.wait = Math.min(lane.wait * 2, REPEAT_LONGEST);
      lane.held = false;
      lane.inFlight.clear();
      this.askAboutOldOnes();
      this.pump(chat);
    });
  }

  private askAboutOldOnes(): void {
    const now = this.clock.now();
    const old = new Set(this.held.value.filter((each) => now - each.at > ASK_AFTER).map((each) => each.chat));
    this.held.value = this.held.value.map((item) =>
      item.state === "pending" && old.has(item.chat) ? { ...item, state: "asking" } : item,
    );
  }

  private pendingOf(chat: string): OutboxItem[] {
    return this.held.value.filter((item) => item.chat === chat && item.state === "pending");
  }

  private lane(chat: string): Lane {
    const lane = this.lanes.get(chat) ?? {
      inFlight: new Set(),
      wait: REPEAT_FIRST,
      held: false,
      cancel: () => undefined,
    };
    this.lanes.set(chat, lane);
    return lane;
  }

  private resetLane(chat: string): void {
    this.lanes.get(chat)?.cancel();
    this.lanes.delete(chat);
  }

  private change(id: string, change: Pick<OutboxItem, "state" | "code">): void {
    this.held.value = this.held.value.map((item) => (item.id === id ? { ...item, ...change } : item));
  }

  private forget(id: string): void {
    for (const lane of this.lanes.values()) lane.inFlight.delete(id);
    this.held.value = this.held.value.filter((item) => item.id !== id);
  }
}
