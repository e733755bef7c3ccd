import { computed, effect, signal } from "@preact/signals";

const MOST = 3;
const WINDOW_WIDTH = 432;
const LARGE_WIDTH = 612;
const LIST_WIDTH = 330;

interface Kept {
  chats: string[];
  large: string[];
  listOpen: boolean;
}

/**
 * What the chat bubble shows: the list of conversations, and up to three windows beside it. Which windows, in which
 * order and how large, is remembered in this browser.
 */
export class Dock {
  readonly listOpen;
  private readonly chats;
  private readonly larger;
  private readonly width = signal(innerWidth);
  readonly windows = computed(() => this.chats.value.slice(0, this.fitting.value));
  private readonly fitting = computed(() => this.count());
  readonly narrow = computed(() => this.width.value < 720);

  constructor(private readonly person: string) {
    const kept = this.kept();
    this.listOpen = signal(kept.listOpen);
    this.chats = signal<readonly string[]>(kept.chats);
    this.larger = signal<ReadonlySet<string>>(new Set(kept.large));
    window.addEventListener("resize", () => (this.width.value = innerWidth));
    effect(() => this.keep());
  }

  show(chat: string): void {
    if (this.windows.value.includes(chat)) return;
    this.chats.value = [chat, ...this.chats.value.filter((id) => id !== chat)].slice(0, MOST);
  }

  hide(chat: string): void {
    if (this.chats.value.includes(chat)) this.chats.value = this.chats.value.filter((id) => id !== chat);
  }

  keepOnly(wanted: (chat: string) => boolean): void {
    this.chats.value.filter((chat) => !wanted(chat)).forEach((chat) => this.hide(chat));
  }

  large(chat: string): boolean {
    return this.larger.value.has(chat);
  }

  resize(chat: string): void {
    const next = new Set(this.larger.value);
    if (!next.delete(chat)) next.add(chat);
    this.larger.value = next;
  }

  /** The newest window stands last on screen: one place further towards it or away from it. */
  mayMove(chat: string, by: -1 | 1): boolean {
    const at = this.windows.value.indexOf(chat);
    return at >= 0 && this.windows.value[at - by] !== undefined;
  }

  move(chat: string, by: -1 | 1): void {
    if (!this.mayMove(chat, by)) return;
    const chats = [...this.chats.value];
    const at = chats.indexOf(chat);
    chats.splice(at, 1);
    chats.splice(at - by, 0, chat);
    this.chats.value = chats;
  }

  toggleList(): void {
    this.listOpen.value = !this.listOpen.value;
  }

  closeAll(): void {
    this.listOpen.value = false;
    this.chats.value = [];
  }

  /** How many windows fit beside each other; one always does. */
  private count(): number {
    let room = this.width.value - (this.listOpen.value ? LIST_WIDTH : 0);
    let fitting = 0;
    for (const chat of this.chats.value.slice(0, MOST)) {
      room -= this.large(chat) ? LARGE_WIDTH : WINDOW_WIDTH;
      if (room >= 0) fitting++;
    }
    return Math.max(1, fitting);
  }

  private kept(): Kept {
    const none = { chats: [], large: [], listOpen: false };
    try {
      return { ...none, ...(JSON.parse(localStorage.getItem(this.name) ?? "{}") as Partial<Kept>) };
    } catch {
      return none;
    }
  }

  private keep(): void {
    const large = this.chats.value.filter((chat) => this.large(chat));
    const kept: Kept = { chats: [...this.chats.value], large, listOpen: this.listOpen.value };
    try {
      localStorage.setItem(this.name, JSON.stringify(kept));
    } catch {
      // Without storage the windows last as long as the page.
    }
  }

  private get name(): string {
    return `parley.dock.${this.person}`;
  }
}
