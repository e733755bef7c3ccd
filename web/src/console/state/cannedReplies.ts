import { computed, signal } from "@preact/signals";
import type { Api } from "../../shared/net/api";
import type { Clock } from "../../shared/net/surroundings";
import type { Channel } from "../../shared/net/wire";

export type Scope = "own" | "channel" | "global";

export interface CannedReply {
  readonly id: string;
  readonly code: string;
  readonly text: string;
  readonly scope: Scope;
  readonly channel?: Channel;
  readonly mayEdit: boolean;
}

export interface NewReply {
  code: string;
  text: string;
  scope: Scope;
  channel?: string;
}

const FRESH_FOR = 60_000;

/** The canned replies an agent may use: own ones, those of channels, and those of everybody. */
export class CannedReplies {
  private readonly held = signal<readonly CannedReply[] | undefined>(undefined);
  readonly all = computed(() => [...(this.held.value ?? [])].sort((a, b) => a.code.localeCompare(b.code)));
  readonly known = computed(() => this.held.value !== undefined);
  private readAt = -FRESH_FOR;

  constructor(
    private readonly api: Api,
    private readonly clock: Clock,
  ) {}

  async load(): Promise<void> {
    const { replies } = await this.api.get<{ replies: CannedReply[] }>("/canned-replies");
    this.held.value = replies;
    this.readAt = this.clock.now();
  }

  /** Those that fit into this channel, found by code or by text; codes that begin so come first. */
  async find(query: string, channel: string): Promise<CannedReply[]> {
    if (this.clock.now() - this.readAt >= FRESH_FOR) await this.load();
    const wanted = query.toLocaleLowerCase();
    const usable = this.all
      .peek()
      .filter(({ scope, channel: of }) => scope !== "channel" || of?.id === channel);
    const rank = ({ code, text }: CannedReply): number => {
      if (code.toLocaleLowerCase().startsWith(wanted)) return 0;
      if (code.toLocaleLowerCase().includes(wanted)) return 1;
      return text.toLocaleLowerCase().includes(wanted) ? 2 : 3;
    };
    return usable.filter((reply) => rank(reply) < 3).sort((a, b) => rank(a) - rank(b));
  }

  async create(reply: NewReply): Promise<void> {
    await this.api.post<unknown>("/canned-replies", reply);
    await this.load();
  }

  async change(id: string, change: { code: string; text: string }): Promise<void> {
    await this.api.put<unknown>(`/canned-replies/${id}`, change);
    await this.load();
  }

  async remove(id: string): Promise<void> {
    await this.api.delete(`/canned-replies/${id}`);
    await this.load();
  }
}
