import { signal } from "@preact/signals";
import type { Surroundings } from "./surroundings";
import { LongPoll, openSocket, SESSION_ENDED_CODE, type Transport } from "./transports";
import type { ClientFrame, Follow, Interface, ServerFrame } from "./wire";

export type ConnectionState =
  | { name: "idle" }
  | { name: "connecting" }
  | { name: "catching-up" }
  | { name: "live" }
  | { name: "lost"; retryAt: number }
  | { name: "signed-out" };

export interface ConnectionUse {
  as: Interface;
  follow?: Follow[];
  /** Where cookies are refused, the session stands in the first frame. */
  token?: () => string | undefined;
  /** Where each chat stands, asked at every new start. */
  cursors(): Record<string, number>;
  frame(frame: ServerFrame): void;
}

const SILENCE = 60_000;
const OPENING = 15_000;
/** The server beats every 25 s; what was silent for longer may be dead after a sleep. */
const SUSPICIOUS_SILENCE = 30_000;
const LONGEST_WAIT = 30_000;
const FIRST_WAIT = 1_000;
const SOCKET_FAILURES_BEFORE_POLLING = 2;
const POLLING_TIME = 5 * 60_000;

/**
 * Keeps one caller connected: idle → connecting → catching-up → live → lost → connecting … → signed-out.
 * Sockets first; long polling when two in a row could not be opened, and sockets again after some minutes.
 */
export class Connection {
  readonly state = signal<ConnectionState>({ name: "idle" });
  /** True while frames go over long polling. */
  readonly polling = signal(false);

  private transport: Transport | undefined;
  private attempts = 0;
  private socketFailures = 0;
  private welcomed = false;
  private heardAt = 0;
  private retryIn: number | undefined;
  private refusedUs = false;
  private cancelSilence = (): void => undefined;
  private cancelRetry = (): void => undefined;
  private cancelPolling = (): void => undefined;
  private unwatch = (): void => undefined;

  constructor(
    private readonly use: ConnectionUse,
    private readonly outside: Surroundings,
  ) {}

  start(): void {
    if (this.transport) return;
    this.unwatch();
    this.unwatch = this.outside.watch((event) => this.pageSays(event));
    this.connect();
  }

  /** Ends the connection for good, as on signing out. */
  stop(): void {
    this.unwatch();
    this.drop();
    this.cancelRetry();
    this.state.value = { name: "idle" };
  }

  tryNow(): void {
    if (this.state.value.name === "lost") this.connect();
  }

  /** False when there is nothing to send on: the caller keeps the frame. */
  send(frame: ClientFrame): boolean {
    if (!this.transport || !this.welcomed) return false;
    this.transport.send(frame);
    return true;
  }

  private connect(): void {
    this.cancelRetry();
    this.drop();
    this.state.value = { name: "connecting" };
    this.welcomed = false;
    this.refusedUs = false;
    this.retryIn = undefined;
    this.polling.value = this.socketFailures >= SOCKET_FAILURES_BEFORE_POLLING;
    this.listenFor(OPENING);
    this.transport = this.polling.value ? this.openPoll() : openSocket(this.outside, this);
  }

  private openPoll(): Transport {
    this.cancelPolling = this.outside.after(POLLING_TIME, () => this.leavePolling());
    return new LongPoll(this.use.as, this.outside, this);
  }

  private leavePolling(): void {
    this.socketFailures = SOCKET_FAILURES_BEFORE_POLLING - 1;
    this.connect();
  }

  opened(): void {
    const { as, follow } = this.use;
    const token = this.use.token?.();
    const optional = { ...(follow ? { follow } : {}), ...(token ? { token } : {}) };
    this.transport?.send({ type: "hello", as, cursors: this.use.cursors(), ...optional });
  }

  frame(frame: ServerFrame): void {
    this.heardAt = this.outside.now();
    if (frame.type === "welcome") {
      this.welcomed = true;
      if (!this.polling.value) this.socketFailures = 0;
      this.state.value = { name: "catching-up" };
    }
    if (frame.type === "bye") this.heardGoodbye(frame.code, frame.retryIn);
    if (frame.type === "live") {
      this.attempts = 0;
      this.state.value = { name: "live" };
    }
    this.listenFor(SILENCE);
    this.use.frame(frame);
  }

  closed(code: number): void {
    if (!this.polling.value && !this.welcomed) this.socketFailures++;
    else if (this.polling.value && !this.welcomed) this.socketFailures = SOCKET_FAILURES_BEFORE_POLLING - 1;
    this.drop();
    // 4001 alone does not tell: a server that just started closes with it too when it was slow to hear the hello.
    if (this.refusedUs || code === SESSION_ENDED_CODE) {
      this.state.value = { name: "signed-out" };
      return;
    }
    this.retryAfter(this.retryIn ?? this.jitter());
  }

  private heardGoodbye(code: string, retryIn?: number): void {
    this.refusedUs = code === "unauthenticated" || code === "session_ended";
    this.retryIn = retryIn;
  }

  private jitter(): number {
    const ceiling = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.attempts);
    this.attempts++;
    return this.outside.random() * ceiling;
  }

  private retryAfter(milliseconds: number): void {
    this.cancelRetry();
    this.state.value = { name: "lost", retryAt: this.outside.now() + milliseconds };
    this.cancelRetry = this.outside.after(milliseconds, () => this.connect());
  }

  private listenFor(milliseconds: number): void {
    this.cancelSilence();
    this.cancelSilence = this.outside.after(milliseconds, () => this.closed(0));
  }

  private pageSays(event: "online" | "offline" | "visible"): void {
    const { name } = this.state.value;
    if (event === "offline") {
      if (name === "live" || name === "catching-up") this.closed(0);
    } else if (name === "lost") {
      this.attempts = 0;
      this.connect();
    } else if (name === "live" && this.outside.now() - this.heardAt > SUSPICIOUS_SILENCE) {
      this.connect();
    }
  }

  private drop(): void {
    this.cancelSilence();
    this.cancelPolling();
    this.transport?.close();
    this.transport = undefined;
    this.welcomed = false;
  }
}
