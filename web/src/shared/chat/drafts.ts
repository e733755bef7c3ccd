import { signal } from "@preact/signals";
import type { Visibility } from "../net/wire";
import { draftsNamed, readDraft, writeDraft } from "./fieldDrafts";

/** What was typed in a chat and not sent. A note's draft says so, that it never comes back as a public reply. */
export interface Draft {
  readonly text: string;
  readonly visibility: Visibility;
}

/** Where drafts are kept, one for each chat. Whoever draws one follows its changes. */
export interface Drafts {
  find(chat: string): Draft | undefined;
  /** An empty text forgets the draft. */
  write(chat: string, draft: Draft): void;
}

/** Kept for this tab over a reload. Where storage is denied it lasts as long as the page. */
export class LocalDrafts implements Drafts {
  private readonly held;

  constructor(private readonly caller: string) {
    const stored = draftsNamed(`${caller}.`).map((chat) => [chat, this.stored(chat)] as const);
    this.held = signal<ReadonlyMap<string, Draft>>(new Map(stored));
  }

  find(chat: string): Draft | undefined {
    return this.held.value.get(chat);
  }

  write(chat: string, draft: Draft): void {
    this.held.value = changed(this.held.peek(), chat, draft);
    writeDraft(`${this.caller}.${chat}`, draft.text);
  }

  /** At sign-out nothing of what was written stays on the computer. */
  forget(): void {
    this.held.value = new Map();
    draftsNamed(`${this.caller}.`).forEach((name) => writeDraft(`${this.caller}.${name}`, ""));
  }

  private stored(chat: string): Draft {
    return { text: readDraft(`${this.caller}.${chat}`), visibility: "everyone" };
  }
}

export function changed(held: ReadonlyMap<string, Draft>, chat: string, draft: Draft): Map<string, Draft> {
  const next = new Map(held);
  if (draft.text === "") next.delete(chat);
  else next.set(chat, draft);
  return next;
}
