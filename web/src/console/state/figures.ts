import { signal } from "@preact/signals";
import type { Api } from "../../shared/net/api";
import type { Freshened } from "./fresh";

export interface Minute {
  at: string;
  waiting: number;
  openChats: number;
  availableAgents: number;
}

export interface FiguresAnswer extends Omit<Minute, "at"> {
  longestWaitSeconds: number;
  history: Minute[];
}

/** The desk's figures and how they went in the last hour, as far as the server has told. */
export class Figures implements Freshened {
  readonly value = signal<FiguresAnswer | undefined>(undefined);

  constructor(private readonly api: Api) {}

  get known(): boolean {
    return this.value.peek() !== undefined;
  }

  /** What fails keeps the last answer; the next minute asks again. */
  async load(): Promise<void> {
    try {
      this.value.value = await this.api.get<FiguresAnswer>("/figures");
    } catch {
      return;
    }
  }
}
