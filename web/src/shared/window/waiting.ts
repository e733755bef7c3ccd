import { computed, signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { ParleyClient } from "../chat/client";
import type { ChatState } from "../chat/chatState";
import { browserClock, type Clock } from "../net/surroundings";
import type { Waiting } from "../net/wire";

type Asking = Pick<ParleyClient, "api" | "chats">;

const ASK_EVERY = 10_000;

/** Of each request to the desk that waits, by its chat: whoever embeds the window listens to it. */
export const waiting = signal<ReadonlyMap<string, Waiting>>(new Map());

const followed = new Map<Asking, { users: number; stop: () => void }>();

/** Asks where the caller's requests stand, every few seconds and when one of them changes, until all stopped. */
export function followWaiting(client: Asking, clock: Clock = browserClock): () => void {
  const following = followed.get(client) ?? { users: 0, stop: new Follower(client, clock).start() };
  followed.set(client, following);
  following.users++;
  return () => {
    if (--following.users > 0) return;
    followed.delete(client);
    following.stop();
  };
}

/** Where this request stands, asked for as long as it is on screen. */
export function useWaiting(client: ParleyClient, state: ChatState): Waiting | undefined {
  useEffect(() => followWaiting(client), [client]);
  return waiting.value.get(state.id);
}

class Follower {
  private readonly asked;
  private turn = 0;
  private cancel = (): void => undefined;

  constructor(
    private readonly client: Asking,
    private readonly clock: Clock,
  ) {
    // Another version: it was moved, or words were added; marks alone change nothing.
    this.asked = computed(() =>
      client.chats.open.value
        .filter(waits)
        .map(({ chat }) => `${chat.value.id} ${chat.value.version}`)
        .join(),
    );
  }

  start(): () => void {
    const end = this.asked.subscribe(() => void this.ask());
    return () => {
      end();
      this.turn++;
      this.cancel();
    };
  }

  private async ask(): Promise<void> {
    this.cancel();
    const turn = ++this.turn;
    const ids = this.client.chats.open.peek().filter(waits);
    // Nobody looks at a hidden page.
    const answers = document.hidden ? [] : await Promise.all(ids.map(({ id }) => this.place(id)));
    if (turn !== this.turn) return;
    if (!document.hidden) waiting.value = new Map(answers.flatMap((answer) => answer ?? []));
    if (ids.length > 0) this.cancel = this.clock.after(ASK_EVERY, () => void this.ask());
  }

  /** Nothing if it cannot be known: the network is away, or somebody accepts just now. */
  private async place(id: string): Promise<[[string, Waiting]] | undefined> {
    try {
      return [[id, await this.client.api.get<Waiting>(`/chats/${id}/waiting`)]];
    } catch {
      return undefined;
    }
  }
}

function waits({ chat }: ChatState): boolean {
  const { status, direction } = chat.value;
  return status === "request" && direction !== "agent_customer";
}
