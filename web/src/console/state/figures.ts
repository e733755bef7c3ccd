import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Api } from "../../shared/net/api";
import type { Desk } from "./desk";

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

const EVERY = 30_000;
const SOON = 800;

/** The desk's figures and how they went in the last hour, as far as the server has told. */
export class Figures {
  readonly value = signal<FiguresAnswer | undefined>(undefined);

  constructor(private readonly api: Api) {}

  /** What fails keeps the last answer; the next minute asks again. */
  async load(): Promise<void> {
    try {
      this.value.value = await this.api.get<FiguresAnswer>("/figures");
    } catch {
      return;
    }
  }
}

/** Fresh figures while they are on screen: every half minute, and soon after `changed` has changed. */
export function useFigures(desk: Desk, changed: unknown): FiguresAnswer | undefined {
  useEffect(() => {
    const soon = setTimeout(() => void desk.figures.load(), desk.figures.value.peek() ? SOON : 0);
    return () => clearTimeout(soon);
  }, [desk, changed]);
  useEffect(() => {
    const asking = setInterval(() => void desk.figures.load(), EVERY);
    return () => clearInterval(asking);
  }, [desk]);
  return desk.figures.value.value;
}
