import { signal } from "@preact/signals";
import type { Api } from "../../shared/net/api";
import type { Clock } from "../../shared/net/surroundings";
import type { Presence, ServerFrame } from "../../shared/net/wire";
import { LARGEST_PAGE, PAGE, seenAs, type CustomerUser } from "./customerUser";

interface Page {
  customerUsers: CustomerUser[];
  cursor?: string;
}

const TYPED_FOR = 250;

/** Customer users by what somebody types: asked for once he stops, and shown as long as nothing newer is there. */
export class CustomerSearch {
  readonly words = signal("");
  readonly rows = signal<readonly CustomerUser[]>([]);
  /** The words that the rows are the answer to; nothing before the first answer. */
  readonly answered = signal<string | undefined>(undefined);
  readonly busy = signal(false);
  readonly failure = signal<unknown>(undefined);
  readonly more = signal(false);
  /** Whom somebody went to from here, to come back to. */
  last: string | undefined;
  private cursor: string | undefined;
  private question = 0;
  private stopWaiting = (): void => undefined;

  constructor(
    private readonly api: Api,
    private readonly clock: Clock,
  ) {}

  type(words: string): void {
    this.words.value = words;
    this.stopWaiting();
    this.stopWaiting = this.clock.after(TYPED_FOR, () => void this.load());
  }

  /** Looks for these words at once. */
  look(words: string): Promise<void> {
    this.words.value = words;
    return this.load();
  }

  /** Asks for what is shown, again or for the first time. */
  load(): Promise<void> {
    this.stopWaiting();
    const words = this.words.value.trim();
    const limit = words === this.answered.value ? this.rows.value.length : PAGE;
    return this.ask(words, Math.min(Math.max(limit, PAGE), LARGEST_PAGE), undefined);
  }

  /** Goes on behind the last row. */
  loadMore(): Promise<void> {
    return this.ask(this.answered.value ?? "", PAGE, this.cursor);
  }

  /** Keeps what is shown true; after a break all of it is asked for again. */
  hear(frame: ServerFrame): void {
    if (frame.type === "presence") this.apply(frame.people);
    else if (frame.type === "live") void this.load();
  }

  private apply(changed: readonly Presence[]): void {
    const news = new Map(changed.map((each) => [each.id, each]));
    if (!this.rows.value.some((row) => news.has(row.id))) return;
    this.rows.value = this.rows.value.map((row) => {
      const now = news.get(row.id);
      return now ? seenAs(row, now) : row;
    });
  }

  private async ask(words: string, limit: number, cursor: string | undefined): Promise<void> {
    const question = ++this.question;
    const asked = new URLSearchParams({ limit: String(limit) });
    if (words !== "") asked.set("q", words);
    if (cursor) asked.set("cursor", cursor);
    this.busy.value = true;
    try {
      const page = await this.api.get<Page>(`/customer-users?${asked}`);
      if (question === this.question) this.take(words, page, cursor !== undefined);
    } catch (error) {
      if (question === this.question) this.failure.value = error;
    } finally {
      if (question === this.question) this.busy.value = false;
    }
  }

  private take(words: string, page: Page, behind: boolean): void {
    this.rows.value = behind ? [...this.rows.value, ...page.customerUsers] : page.customerUsers;
    this.answered.value = words;
    this.cursor = page.cursor;
    this.more.value = page.cursor !== undefined;
    this.failure.value = undefined;
  }
}
