import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";
import type { Api } from "../../shared/net/api";
import type { Clock } from "../../shared/net/surroundings";

const TOLD_AFTER = 500;

/** Tells the server which requests an agent has had before his eyes, each once: what nobody sees escalates there. */
export class SeenRequests {
  private readonly told = new Set<string>();
  private waiting: string[] = [];

  constructor(
    private readonly api: Api,
    private readonly clock: Clock,
  ) {}

  seen(chat: string): void {
    if (this.told.has(chat)) return;
    this.told.add(chat);
    this.waiting.push(chat);
    if (this.waiting.length === 1) this.clock.after(TOLD_AFTER, () => void this.tell());
  }

  private async tell(): Promise<void> {
    const chats = this.waiting;
    this.waiting = [];
    try {
      await this.api.post<unknown>("/requests/seen", { chats });
    } catch {
      // Not told is not seen: the next look tells it again.
      chats.forEach((chat) => this.told.delete(chat));
    }
  }
}

/** Counts a row as seen once it is on the screen of a window that has the focus. */
export function useSeen(requests: SeenRequests, chat: string, row: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (!row.current) return;
    const ends = new AbortController();
    let onScreen = false;
    const look = (): void => {
      if (onScreen && document.visibilityState === "visible" && document.hasFocus()) requests.seen(chat);
    };
    const observer = new IntersectionObserver((entries) => {
      onScreen = entries.at(-1)?.isIntersecting ?? false;
      look();
    });
    observer.observe(row.current);
    window.addEventListener("focus", look, { signal: ends.signal });
    document.addEventListener("visibilitychange", look, { signal: ends.signal });
    return () => {
      ends.abort();
      observer.disconnect();
    };
  }, [requests, chat, row]);
}
