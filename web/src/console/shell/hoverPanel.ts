import { signal } from "@preact/signals";
import { browserClock, type Clock } from "../../shared/net/surroundings";

const OPENS_AFTER = 150;
const CLOSES_AFTER = 250;

/**
 * When a panel beside its button is open. closed → (hover 150 ms) peeking → (pointer leaves) closed;
 * closed or peeking → (press) pinned → (press, Escape) closed. A pinned panel stays until it is told to go.
 */
export class HoverPanel {
  readonly state = signal<"closed" | "peeking" | "pinned">("closed");
  private cancel = (): void => undefined;

  constructor(private readonly clock: Clock = browserClock) {}

  pointerEnters(): void {
    this.cancel();
    if (this.state.value !== "closed") return;
    this.cancel = this.clock.after(OPENS_AFTER, () => (this.state.value = "peeking"));
  }

  pointerLeaves(): void {
    this.cancel();
    if (this.state.value !== "peeking") return;
    this.cancel = this.clock.after(CLOSES_AFTER, () => (this.state.value = "closed"));
  }

  press(): void {
    this.cancel();
    this.state.value = this.state.value === "pinned" ? "closed" : "pinned";
  }

  pin(): void {
    this.cancel();
    this.state.value = "pinned";
  }

  close(): void {
    this.cancel();
    this.state.value = "closed";
  }
}
