import { signal } from "@preact/signals";
import type { Api } from "../../shared/net/api";
import type { Clock } from "../../shared/net/surroundings";
import type { Chat, ServerFrame } from "../../shared/net/wire";
import { LARGEST_PAGE, PAGE, seenAs, type CustomerChat, type CustomerUser } from "./customerUser";

interface Page {
  chats: CustomerChat[];
  cursor?: string;
}

const SOON = 300;

/** All that is known of one customer user: who he is, what is seen of him, and his chats. */
export class CustomerFile {
  readonly user = signal<CustomerUser | undefined>(undefined);
  /** Newest first; nothing before the first answer. */
  readonly chats = signal<readonly CustomerChat[] | undefined>(undefined);
  readonly more = signal(false);
  readonly failure = signal<unknown>(undefined);
  private cursor: string | undefined;
  private question = 0;
  private stopWaiting = (): void => undefined;

  constructor(
    private readonly api: Api,
    private readonly clock: Clock,
    private readonly id: string,
  ) {}

  async load(): Promise<void> {
    this.failure.value = undefined;
    try {
      const [user] = await Promise.all([this.api.get<CustomerUser>(this.path), this.loadChats()]);
      this.user.value = user;
    } catch (error) {
      this.failure.value = error;
    }
  }

  /** The chats from the newest on, as many as are shown. */
  async loadChats(): Promise<void> {
    const shown = this.chats.value?.length ?? 0;
    await this.ask(Math.min(Math.max(shown, PAGE), LARGEST_PAGE), undefined);
  }

  loadMore(): Promise<void> {
    return this.ask(PAGE, this.cursor);
  }

  /** Keeps what is shown true: his presence at once, his chats a little later, after a break all of it. */
  hear(frame: ServerFrame): void {
    if (frame.type === "presence") {
      const now = frame.people.find((each) => each.id === this.id);
      if (now && this.user.value) this.user.value = seenAs(this.user.value, now);
    } else if (frame.type === "live") {
      void this.load();
    } else if (frame.type === "chat" && this.concerns(frame.chat)) {
      this.stopWaiting();
      // What cannot be read now is read with the next change; until then the list stays as it was.
      this.stopWaiting = this.clock.after(SOON, () => void this.loadChats().catch(() => undefined));
    }
  }

  stop(): void {
    this.stopWaiting();
  }

  private concerns({ requester, addressee }: Chat): boolean {
    return requester.id === this.id || addressee?.id === this.id;
  }

  private async ask(limit: number, cursor: string | undefined): Promise<void> {
    const question = ++this.question;
    const asked = new URLSearchParams({ limit: String(limit) });
    if (cursor) asked.set("cursor", cursor);
    const page = await this.api.get<Page>(`${this.path}/chats?${asked}`);
    if (question !== this.question) return;
    this.chats.value = cursor ? [...(this.chats.value ?? []), ...page.chats] : page.chats;
    this.cursor = page.cursor;
    this.more.value = page.cursor !== undefined;
  }

  private get path(): string {
    return `/customer-users/${this.id}`;
  }
}
