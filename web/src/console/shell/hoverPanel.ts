import { signal } from "@preact/signals";
import { browserClock, type Clock } from "../../shared/net/surroundings";

const OPENS_AFTER = 150;
const CLOSES_AFTER = 250;
/** Closing gives the focus back to the button, which must not open the panel again. */
const FOCUS_RETURNS_WITHIN = 100;

/**
 * When a panel beside its button is open. closed → (hover or focus 150 ms) peeking → (pointer leaves) closed;
 * closed or peeking → (press) pinned → (press, Escape) closed. A pinned panel stays until it is told to go.
 */
export class HoverPanel {
  readonly state = signal<"closed" | "peeking" | "pinned">("closed");
  private cancel = (): void => undefined;
  private closedAt = -Infinity;

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

  /** The keyboard has come to the button. */
  focusEnters(): void {
    if (this.clock.now() - this.closedAt >= FOCUS_RETURNS_WITHIN) this.pointerEnters();
  }

  /** It went on before the panel opened; an open one sees for itself where the focus is. */
  focusLeaves(): void {
    if (this.state.value === "closed") this.cancel();
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
    this.closedAt = this.clock.now();
    this.state.value = "closed";
  }
}
