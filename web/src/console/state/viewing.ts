import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Clock } from "../../shared/net/surroundings";
import type { ClientFrame, Person, ViewingFrame } from "../../shared/net/wire";
import type { Desk } from "./desk";

const TELL_EVERY = 15_000;
const FORGOTTEN_AFTER = 30_000;

/** Which colleagues look at which chat just now; what is not repeated is forgotten. */
export class Viewing {
  private readonly known = signal<ReadonlyMap<string, readonly Person[]>>(new Map());
  private readonly ends = new Map<string, () => void>();
  private readonly toldAt = new Map<string, number>();

  constructor(
    private readonly me: Person,
    private readonly clock: Clock,
    private readonly transmit: (frame: ClientFrame) => boolean,
  ) {}

  of(chat: string): readonly Person[] {
    return this.known.value.get(chat) ?? [];
  }

  apply({ chat, people }: ViewingFrame): void {
    this.ends.get(chat)?.();
    this.ends.delete(chat);
    const others = people.filter((person) => person.id !== this.me.id);
    this.set(chat, others);
    if (others.length > 0) {
      this.ends.set(
        chat,
        this.clock.after(FORGOTTEN_AFTER, () => this.set(chat, [])),
      );
    }
  }

  /** Says that this agent has the chat on screen; more often than every 15 s it says nothing. */
  tell(chat: string): void {
    const now = this.clock.now();
    if (now - (this.toldAt.get(chat) ?? -Infinity) < TELL_EVERY) return;
    if (this.transmit({ type: "viewing", chat })) this.toldAt.set(chat, now);
  }

  private set(chat: string, people: readonly Person[]): void {
    const next = new Map(this.known.value);
    if (people.length > 0) next.set(chat, people);
    else next.delete(chat);
    this.known.value = next;
  }
}

/** Tells the others, as long as a chat is on a screen that somebody looks at. */
export function useViewing(desk: Desk, chat: string): void {
  useEffect(() => {
    const tell = (): void => {
      if (document.visibilityState === "visible") desk.viewing.tell(chat);
    };
    tell();
    const telling = setInterval(tell, TELL_EVERY);
    return () => clearInterval(telling);
  }, [desk, chat]);
}
