import { Api, ApiError } from "./api";
import type { Surroundings } from "./surroundings";
import type { ClientFrame, Interface, ServerFrame } from "./wire";

/** One attempt to carry frames: it opens, carries, and closes once. */
export interface Transport {
  send(frame: ClientFrame): void;
  /** Ends the transport without another word to its listener. */
  close(): void;
}

export interface TransportListener {
  opened(): void;
  frame(frame: ServerFrame): void;
  closed(code: number): void;
}

export const SESSION_ENDED_CODE = 4401;
const LOST_CODE = 1006;
/** More the server does not take at once. */
const MOST_FRAMES = 64;

export function openSocket(surroundings: Surroundings, listener: TransportListener): Transport {
  const socket = surroundings.openSocket(surroundings.socketUrl);
  socket.onopen = () => listener.opened();
  socket.onmessage = (event) => listener.frame(JSON.parse(String(event.data)) as ServerFrame);
  socket.onclose = (event) => listener.closed(event.code);
  return {
    send: (frame) => socket.send(JSON.stringify(frame)),
    close: () => {
      socket.onopen = socket.onmessage = socket.onclose = null;
      socket.close();
    },
  };
}

interface Poll {
  poll?: string;
  frames: ServerFrame[];
}

/** The same frames over plain HTTP, for networks that let no socket through. */
export class LongPoll implements Transport {
  private readonly api: Api;
  private readonly ended = new AbortController();
  private readonly waiting: ClientFrame[] = [];
  private poll = "";
  private asking = 0;
  private asked = 0;

  constructor(
    as: Interface,
    surroundings: Surroundings,
    private readonly listener: TransportListener,
  ) {
    this.api = new Api(as, (path, init) => surroundings.fetch(path, init));
    queueMicrotask(() => {
      if (!this.over) listener.opened();
    });
  }

  /**
   * The server ends the waiting request when the next one comes, so at most two are on their way. They are numbered,
   * because one may overtake the other.
   */
  send(frame: ClientFrame): void {
    this.waiting.push(frame);
    const opens = frame.type === "hello";
    if (opens || (this.poll !== "" && this.asking < 2)) void this.ask();
  }

  close(): void {
    this.ended.abort();
  }

  private get over(): boolean {
    return this.ended.signal.aborted;
  }

  private async ask(): Promise<void> {
    const said = this.waiting.splice(0, MOST_FRAMES);
    this.asking++;
    try {
      const opens = this.poll === "";
      const path = opens ? "/poll" : `/poll/${this.poll}`;
      const body = opens ? { frames: said } : { frames: said, number: ++this.asked };
      const answer = await this.api.post<Poll>(path, body, this.ended.signal);
      if (this.over) return;
      this.poll = answer.poll ?? this.poll;
      // An empty answer is a sign of life too.
      const frames: ServerFrame[] = answer.frames.length > 0 ? answer.frames : [{ type: "beat" }];
      frames.forEach((frame) => this.hear(frame));
    } catch (error) {
      if (!this.over) this.fail(error);
    }
    this.asking--;
    if (!this.over && (this.asking === 0 || this.waiting.length > 0)) void this.ask();
  }

  private hear(frame: ServerFrame): void {
    if (this.over) return;
    this.listener.frame(frame);
    if (frame.type === "bye") this.end(LOST_CODE);
  }

  private fail(error: unknown): void {
    const signedOut = error instanceof ApiError && error.status === 401;
    this.end(signedOut ? SESSION_ENDED_CODE : LOST_CODE);
  }

  private end(code: number): void {
    if (this.over) return;
    this.close();
    this.listener.closed(code);
  }
}
