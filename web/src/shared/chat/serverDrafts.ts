import { signal } from "@preact/signals";
import { ApiError, type Api } from "../net/api";
import type { Clock } from "../net/surroundings";
import type { Visibility } from "../net/wire";
import { changed, type Draft, type Drafts } from "./drafts";

interface StoredDraft {
  chat: string;
  text: string;
  visibility: Visibility;
}

const SAVED_AFTER = 500;

/** An agent's drafts, on the server: another device goes on where this one stopped. */
export class ServerDrafts implements Drafts {
  private readonly held = signal<ReadonlyMap<string, Draft>>(new Map());
  /** What the server has not got yet, with the way to stop the save that is planned. */
  private readonly unsaved = new Map<string, () => void>();
  private readonly writes = new Map<string, number>();
  /** One save of a chat at a time, so that an older text never comes in last. */
  private readonly saving = new Map<string, Promise<void>>();

  /** What the server does not take, as a text that is too long: it stays here as it was typed. */
  private readonly onlyHere = new Set<string>();

  constructor(
    private readonly api: Api,
    private readonly clock: Clock,
  ) {}

  find(chat: string): Draft | undefined {
    return this.held.value.get(chat);
  }

  /** Takes over what other devices wrote. What was typed here since, or not saved yet, is newer. */
  async load(): Promise<void> {
    // An answer from before a save would look newer than it is.
    await this.settled();
    const before = new Map(this.writes);
    const { drafts } = await this.api.get<{ drafts: StoredDraft[] }>("/me/drafts");
    const next = new Map(drafts.map(({ chat, text, visibility }) => [chat, { text, visibility } as Draft]));
    for (const [chat, count] of this.writes) {
      if (count === before.get(chat) && !this.busy(chat)) continue;
      const own = this.held.peek().get(chat);
      if (own) next.set(chat, own);
      else next.delete(chat);
    }
    this.held.value = next;
  }

  write(chat: string, draft: Draft): void {
    this.held.value = changed(this.held.peek(), chat, draft);
    this.writes.set(chat, (this.writes.get(chat) ?? 0) + 1);
    this.unsaved.get(chat)?.();
    this.unsaved.set(
      chat,
      this.clock.after(draft.text === "" ? 0 : SAVED_AFTER, () => this.save(chat)),
    );
  }

  /** Saves what waits, as when the page is left. */
  flush(): void {
    [...this.unsaved.keys()].forEach((chat) => this.save(chat));
  }

  /** Until everything that was to be saved is, or could not be. */
  async settled(): Promise<void> {
    this.flush();
    await Promise.all(this.saving.values());
  }

  /** After the sign-out nothing is saved any more. */
  close(): void {
    this.unsaved.forEach((stop) => stop());
    this.unsaved.clear();
  }

  private busy(chat: string): boolean {
    return this.unsaved.has(chat) || this.saving.has(chat) || this.onlyHere.has(chat);
  }

  private save(chat: string): void {
    this.unsaved.get(chat)?.();
    this.unsaved.delete(chat);
    const put = async () => {
      const { text, visibility } = this.held.peek().get(chat) ?? { text: "", visibility: "everyone" };
      try {
        await this.api.put(`/chats/${chat}/draft`, { text, visibility }, { outlivesPage: true });
        this.onlyHere.delete(chat);
      } catch (error) {
        // Without a connection it stays here; the next key, or the next connection, saves it.
        if (refused(error)) this.onlyHere.add(chat);
        else if (!this.unsaved.has(chat)) this.unsaved.set(chat, () => undefined);
      }
    };
    const done = (this.saving.get(chat) ?? Promise.resolve()).then(put).finally(() => {
      if (this.saving.get(chat) === done) this.saving.delete(chat);
    });
    this.saving.set(chat, done);
  }
}

/** A chat that is closed or not ours any more takes no draft, however often one asks. */
function refused(error: unknown): boolean {
  return error instanceof ApiError && [400, 403, 404, 409, 422].includes(error.status);
}

/** Saves before the page goes, reads again when it is looked at: meanwhile one may have written elsewhere. */
export function followDrafts(drafts: ServerDrafts): () => void {
  const ends = new AbortController();
  const { signal: over } = ends;
  const looked = () => {
    if (document.visibilityState === "hidden") drafts.flush();
    else drafts.load().catch(() => undefined);
  };
  addEventListener("pagehide", () => drafts.flush(), { signal: over });
  addEventListener("focus", looked, { signal: over });
  document.addEventListener("visibilitychange", looked, { signal: over });
  return () => {
    ends.abort();
    drafts.close();
  };
}
