import { computed, signal } from "@preact/signals";
import { ApiError, type Api } from "../net/api";
import type { Clock } from "../net/surroundings";
import type { ChatRequest, Person, RequestFrame } from "../net/wire";

export interface RequestRow {
  readonly request: ChatRequest;
  /** Who was first; the row stays for a moment, so that nothing slides under a click. */
  readonly takenBy?: Person;
  readonly gone: boolean;
}

const GONE_STAYS = 5_000;

/** The open requests an agent may take, oldest first. */
export class Requests {
  private readonly held = signal<readonly RequestRow[]>([]);
  readonly rows = computed(() =>
    [...this.held.value].sort((a, b) => a.request.since.localeCompare(b.request.since)),
  );
  readonly open = computed(() => this.rows.value.filter((row) => !row.gone).map((row) => row.request));
  readonly count = computed(() => this.open.value.length);
  private readonly answering = new Map<string, RequestFrame | undefined>();

  constructor(
    private readonly api: Api,
    private readonly clock: Clock,
  ) {}

  /** What cannot be read now is read with the next connection. */
  async reload(): Promise<void> {
    await this.load().catch((error: unknown) => {
      if (!(error instanceof ApiError)) throw error;
    });
  }

  async load(): Promise<void> {
    const { requests } = await this.api.get<{ requests: ChatRequest[] }>("/requests");
    this.held.value = requests.map((request) => ({ request, gone: false }));
  }

  apply(frame: RequestFrame): void {
    if (this.answering.has(frame.chat)) {
      this.answering.set(frame.chat, frame);
      return;
    }
    if (frame.change === "added" && frame.request) this.add(frame.request);
    if (frame.change === "taken" || frame.change === "gone") this.takeAway(frame.chat, frame.by);
  }

  /** What is heard of a request while one answers it oneself is shown only if the answer came too late. */
  async answer(chat: string, work: () => Promise<boolean>): Promise<boolean> {
    this.answering.set(chat, undefined);
    const done = await work();
    const heard = this.answering.get(chat);
    this.answering.delete(chat);
    if (done) this.answered(chat);
    else if (heard) this.apply(heard);
    return done;
  }

  /** One's own answer needs no note about who was first. */
  answered(chat: string): void {
    this.held.value = this.held.value.filter((row) => row.request.chat !== chat);
  }

  private add(request: ChatRequest): void {
    this.held.value = [
      ...this.held.value.filter((row) => row.request.chat !== request.chat),
      { request, gone: false },
    ];
  }

  private takeAway(chat: string, by: Person | undefined): void {
    this.held.value = this.held.value.map((row) =>
      row.request.chat === chat ? { ...row, gone: true, ...(by ? { takenBy: by } : {}) } : row,
    );
    this.clock.after(GONE_STAYS, () => {
      this.held.value = this.held.value.filter((row) => row.request.chat !== chat || !row.gone);
    });
  }
}
