import { signal } from "@preact/signals";
import type { ConnectionState } from "../net/socket";
import type { Clock } from "../net/surroundings";
import type { ParleyClient } from "./client";

export type Notice =
  | { name: "none" }
  | { name: "lost"; retryAt: number }
  | { name: "connecting" }
  | { name: "catching-up" }
  | { name: "back"; sent: number };

const PATIENCE = 2_000;
const BACK_STAYS = 4_000;

/** What to tell about the connection: nothing for the first two seconds, then how it stands, and at the end what was sent. */
export class ConnectionNotice {
  readonly notice = signal<Notice>({ name: "none" });
  private wasLive = false;
  private told = false;
  private cancelPatience: (() => void) | undefined;
  private cancelBack = (): void => undefined;

  constructor(
    private readonly client: Pick<ParleyClient, "connection" | "outbox">,
    private readonly clock: Clock,
  ) {}

  /** Follows the connection until the answer is called. */
  follow(): () => void {
    const { connection, outbox } = this.client;
    const stops = [
      connection.state.subscribe((state) => this.heard(state)),
      outbox.sentSinceReturn.subscribe((sent) => this.counted(sent)),
    ];
    return () => {
      stops.forEach((stop) => stop());
      this.settle();
    };
  }

  private heard(state: ConnectionState): void {
    if (state.name === "live") return this.cameBack();
    if (state.name === "idle" || state.name === "signed-out") return this.settle();
    if (this.told) this.show(state);
    else this.cancelPatience ??= this.clock.after(PATIENCE, () => this.tell());
  }

  private tell(): void {
    this.told = true;
    this.show(this.client.connection.state.value);
  }

  private show(state: ConnectionState): void {
    this.cancelBack();
    if (state.name === "lost") this.notice.value = { name: "lost", retryAt: state.retryAt };
    if (state.name === "connecting") this.notice.value = { name: "connecting" };
    if (state.name === "catching-up")
      this.notice.value = { name: this.wasLive ? "catching-up" : "connecting" };
  }

  private cameBack(): void {
    this.wasLive = true;
    this.cancelPatience?.();
    this.cancelPatience = undefined;
    if (!this.told) return;
    this.told = false;
    this.notice.value = { name: "back", sent: this.client.outbox.sentSinceReturn.value };
    this.cancelBack = this.clock.after(BACK_STAYS, () => (this.notice.value = { name: "none" }));
  }

  private counted(sent: number): void {
    if (this.notice.value.name === "back") this.notice.value = { name: "back", sent };
  }

  private settle(): void {
    this.cancelPatience?.();
    this.cancelPatience = undefined;
    this.cancelBack();
    this.told = false;
    this.notice.value = { name: "none" };
  }
}
