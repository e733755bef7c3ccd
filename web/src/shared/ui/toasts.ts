import { signal } from "@preact/signals";
import { browserClock, type Clock } from "../net/surroundings";

export interface Toast {
  id: number;
  kind: "success" | "danger" | "info";
  title: string;
  text?: string;
  actions?: { label: string; choose: () => void }[];
  /** How long it stays, where that is not as usual. */
  lasts?: number;
}

const SHOWN_FOR = 6_000;
const WITH_ACTIONS_FOR = 12_000;
const SHOWN_AT_ONCE = 4;

/** Short notes at the corner. Whatever they offer can be reached elsewhere too, so all of them go by themselves. */
export class ToastList {
  readonly shown = signal<readonly Toast[]>([]);
  private lastId = 0;

  constructor(private readonly clock: Clock = browserClock) {}

  add(toast: Omit<Toast, "id">): number {
    const id = ++this.lastId;
    this.shown.value = [...this.shown.value, { ...toast, id }].slice(-SHOWN_AT_ONCE);
    const usual = toast.actions ? WITH_ACTIONS_FOR : SHOWN_FOR;
    this.clock.after(toast.lasts ?? usual, () => this.dismiss(id));
    return id;
  }

  dismiss(id: number): void {
    this.shown.value = this.shown.value.filter((toast) => toast.id !== id);
  }
}
