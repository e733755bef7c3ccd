import type { Visibility } from "../net/wire";

export interface Unsent {
  /** The client message id: made once, when the person sent it. */
  readonly id: string;
  readonly chat: string;
  readonly text: string;
  readonly visibility: Visibility;
  readonly at: number;
}

/** Where unsent messages outlive the page. */
export interface OutboxStore {
  all(): Unsent[];
  put(unsent: Unsent): void;
  remove(id: string): void;
  /** Calls back when another tab removed one, because it was sent or deleted there. */
  watch(removed: (id: string) => void): () => void;
}

/** One key for each message, so that two tabs never overwrite each other's. A refused storage leaves the messages in memory. */
export function browserOutboxStore(caller: string, storage: () => Storage = () => localStorage): OutboxStore {
  const prefix = `parley.outbox.${caller}.`;
  return {
    all: () =>
      attempt(() => {
        const box = storage();
        return Object.keys(box)
          .filter((key) => key.startsWith(prefix))
          .map((key) => readUnsent(box.getItem(key)))
          .filter((unsent) => unsent !== undefined)
          .sort((a, b) => a.at - b.at);
      }) ?? [],
    put: (unsent) => attempt(() => storage().setItem(prefix + unsent.id, JSON.stringify(unsent))),
    remove: (id) => attempt(() => storage().removeItem(prefix + id)),
    watch: (removed) => {
      const heard = (event: StorageEvent): void => {
        if (event.key?.startsWith(prefix) && event.newValue === null) removed(event.key.slice(prefix.length));
      };
      window.addEventListener("storage", heard);
      return () => window.removeEventListener("storage", heard);
    },
  };
}

function readUnsent(json: string | null): Unsent | undefined {
  return attempt(() => {
    const read = JSON.parse(json ?? "") as Partial<Unsent>;
    const complete = read.id && read.chat && typeof read.text === "string" && typeof read.at === "number";
    return complete ? (read as Unsent) : undefined;
  });
}

/** Storage may be denied, full or foreign: then it holds nothing. */
function attempt<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}
