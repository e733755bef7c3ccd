import { computed, signal } from "@preact/signals";

const MOST = 3;
const WINDOW_WIDTH = 432;
const LIST_WIDTH = 330;

/** What the chat bubble shows: the list of conversations, and up to three windows beside it, newest first. */
export class Dock {
  readonly listOpen = signal(false);
  private readonly chats = signal<readonly string[]>([]);
  private readonly width = signal(innerWidth);
  readonly windows = computed(() => this.chats.value.slice(0, this.fitting.value));
  private readonly fitting = computed(() => {
    const room = this.width.value - (this.listOpen.value ? LIST_WIDTH : 0);
    return Math.max(1, Math.min(MOST, Math.floor(room / WINDOW_WIDTH)));
  });
  readonly narrow = computed(() => this.width.value < 720);

  constructor() {
    window.addEventListener("resize", () => (this.width.value = innerWidth));
  }

  show(chat: string): void {
    if (this.windows.value.includes(chat)) return;
    this.chats.value = [chat, ...this.chats.value.filter((id) => id !== chat)].slice(0, MOST);
  }

  hide(chat: string): void {
    this.chats.value = this.chats.value.filter((id) => id !== chat);
  }

  toggleList(): void {
    this.listOpen.value = !this.listOpen.value;
  }

  closeAll(): void {
    this.listOpen.value = false;
    this.chats.value = [];
  }
}
