import { computed, signal } from "@preact/signals";
import { ApiError, type Api } from "../../shared/net/api";
import type { Channel, Person } from "../../shared/net/wire";
import type { Freshened } from "./fresh";

/** A chat with an outsider that goes on, perhaps without this agent. */
export interface OpenChat {
  chat: string;
  channel: Channel;
  with: Person;
  company?: string;
  /** Who contributes to it. */
  agents: Person[];
  since: string;
  mine: boolean;
}

/** What goes on in the channels the agent owns, as far as the server has told. */
export class OpenChats implements Freshened {
  private readonly told = signal<readonly OpenChat[] | undefined>(undefined);
  readonly all = computed(() => this.told.value ?? []);

  constructor(private readonly api: Api) {}

  get known(): boolean {
    return this.told.peek() !== undefined;
  }

  /** Those in these channels. */
  within(channels: readonly string[]): readonly OpenChat[] {
    return this.all.value.filter(({ channel }) => channels.includes(channel.id));
  }

  /** What fails keeps the last answer; it is asked for again soon. */
  async load(): Promise<void> {
    try {
      this.told.value = (await this.api.get<{ chats: OpenChat[] }>("/open-chats")).chats;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
    }
  }
}
