import { signal } from "@preact/signals";
import type { Api } from "../../shared/net/api";
import type { Fact } from "../../shared/net/visitor";
import type { Channel, Chat, ChatRequest, Entry, Person } from "../../shared/net/wire";

export interface Visitor {
  person: Person;
  company?: string;
  email?: string;
  emailVerified: boolean;
  verified: boolean;
  /** The company, by the word of the page's server. */
  customer?: string;
  locale?: string;
  page?: { title?: string; url?: string };
  attributes: { name: string; value: Fact; verified: boolean }[];
  tags: string[];
  pages: { title?: string; url?: string; at: string }[];
  events: { name: string; data: Record<string, Fact>; at: string }[];
  earlier: { id: string; createdAt: string; channel: string; with?: string }[];
}

/** What an agent may see of a request before accepting it. Reading it leaves no mark. */
export class Preview {
  readonly chat = signal<Chat | undefined>(undefined);
  readonly entries = signal<readonly Entry[]>([]);
  readonly visitor = signal<Visitor | undefined>(undefined);
  readonly channels = signal<readonly Channel[]>([]);
  readonly failure = signal<unknown>(undefined);

  constructor(
    private readonly api: Api,
    private readonly request: ChatRequest,
  ) {}

  get fromOutside(): boolean {
    return this.request.kind === "customer" || this.request.kind === "public";
  }

  async load(): Promise<void> {
    try {
      await Promise.all([
        this.loadEntries(),
        this.loadChat(),
        this.fromOutside ? this.loadVisitor() : undefined,
      ]);
    } catch (error) {
      this.failure.value = error;
    }
  }

  async loadEntries(): Promise<void> {
    const after = this.entries.value.at(-1)?.n ?? 0;
    const { entries } = await this.api.get<{ entries: Entry[] }>(
      `${this.path}/entries?after=${after}&limit=200`,
    );
    const known = this.entries.value.at(-1)?.n ?? 0;
    this.entries.value = [...this.entries.value, ...entries.filter((entry) => entry.n > known)];
  }

  /** Moves the request to another channel, before anybody accepts it. */
  async move(channel: string, silent: boolean): Promise<void> {
    this.chat.value = await this.api.post<Chat>(`${this.path}/channel`, { channel, silent });
    await this.loadEntries();
  }

  private async loadChat(): Promise<void> {
    this.chat.value = await this.api.get<Chat>(this.path);
    if (!this.chat.value.my.may.includes("change_channel")) return;
    this.channels.value = (await this.api.get<{ channels: Channel[] }>(`${this.path}/channels`)).channels;
  }

  private async loadVisitor(): Promise<void> {
    this.visitor.value = await this.api.get<Visitor>(`${this.path}/visitor`);
  }

  private get path(): string {
    return `/chats/${this.request.chat}`;
  }
}
