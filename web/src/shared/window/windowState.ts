import { effect, signal } from "@preact/signals";

export type View = { name: "list" } | { name: "start" } | { name: "chat"; id: string };

const KEY = "parley.window";

/** Whether the chat window is open and what it shows; a reload finds it as it was. */
export class WindowState {
  readonly open = signal(false);
  readonly view = signal<View>({ name: "list" });
  /** The window takes the focus only when the person opened it or moved in it. */
  readonly wantsFocus = signal(false);

  /** On other people's pages nothing is stored before somebody has written to us. */
  constructor(private readonly mayKeep: () => boolean = () => true) {
    this.remember();
    effect(() => this.keep({ open: this.open.value, view: this.view.value }));
  }

  show(view: View): void {
    this.view.value = view;
    this.open.value = true;
    this.wantsFocus.value = true;
  }

  /** True once after the person opened the window or moved in it. */
  takeFocus(): boolean {
    const wanted = this.wantsFocus.value;
    this.wantsFocus.value = false;
    return wanted;
  }

  close(): void {
    this.open.value = false;
  }

  reset(): void {
    this.open.value = false;
    this.view.value = { name: "list" };
  }

  private remember(): void {
    try {
      const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "{}") as { open?: boolean; view?: View };
      this.open.value = kept.open === true;
      if (kept.view && ["list", "start", "chat"].includes(kept.view.name)) this.view.value = kept.view;
    } catch {
      // Nothing kept: the window is closed.
    }
  }

  private keep(state: { open: boolean; view: View }): void {
    if (!this.mayKeep()) return;
    try {
      sessionStorage.setItem(KEY, JSON.stringify(state));
    } catch {
      // Without storage a reload closes the window.
    }
  }
}
