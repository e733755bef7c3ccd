import { signal } from "@preact/signals";
import type { Clock } from "../../shared/net/surroundings";

export const UNDO_FOR = 6_000;

export interface PendingChange {
  readonly chat: string;
  readonly kind: "close" | "channel";
  readonly dueAt: number;
}

interface Held extends PendingChange {
  work: () => Promise<unknown>;
  /** Done or taken back: the offer to undo goes. */
  over: () => void;
  cancel: () => void;
}

/** Closing and moving a chat wait six seconds, in which they can be taken back. One change a chat waits at a time. */
export class Undo {
  readonly pending = signal<readonly PendingChange[]>([]);
  private readonly held = new Map<string, Held>();

  constructor(private readonly clock: Clock) {}

  /** Does the work later. What waited for the same chat is done first. */
  later(
    chat: string,
    kind: PendingChange["kind"],
    work: () => Promise<unknown>,
    over = (): void => undefined,
  ): void {
    this.doNow(chat);
    const cancel = this.clock.after(UNDO_FOR, () => this.doNow(chat));
    this.held.set(chat, { chat, kind, dueAt: this.clock.now() + UNDO_FOR, work, over, cancel });
    this.show();
  }

  of(chat: string): PendingChange | undefined {
    return this.pending.value.find((each) => each.chat === chat);
  }

  takeBack(chat: string): void {
    this.take(chat);
  }

  /** What is waited for no longer, as when the page goes. */
  doAllNow(): void {
    [...this.held.keys()].forEach((chat) => this.doNow(chat));
  }

  private doNow(chat: string): void {
    void this.take(chat)?.work();
  }

  private take(chat: string): Held | undefined {
    const held = this.held.get(chat);
    held?.cancel();
    this.held.delete(chat);
    held?.over();
    this.show();
    return held;
  }

  private show(): void {
    this.pending.value = [...this.held.values()];
  }
}
