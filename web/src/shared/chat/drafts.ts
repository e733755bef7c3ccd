import { signal } from "@preact/signals";
import type { Visibility } from "../net/wire";

const PREFIX = "parley.draft.";

/** On other people's pages nothing is stored before somebody has written to us. */
export const draftStorage = { allowed: true };
/** What could not be stored outlives its field for as long as the page does. */
const typed = new Map<string, string>();

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
    const stored = draftsOf(caller).map((chat) => [chat, this.stored(chat)] as const);
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
    draftsOf(this.caller).forEach((name) => writeDraft(`${this.caller}.${name}`, ""));
  }

  private stored(chat: string): Draft {
    return { text: readDraft(`${this.caller}.${chat}`), visibility: "everyone" };
  }
}

/** A field's text that was typed and not sent. */
export function readDraft(name: string): string {
  return typed.get(name) ?? attempt(() => sessionStorage.getItem(PREFIX + name)) ?? "";
}

export function writeDraft(name: string, text: string): void {
  typed.delete(name);
  if (text === "") return void attempt(() => sessionStorage.removeItem(PREFIX + name));
  const stored = draftStorage.allowed && attempt(() => stores(PREFIX + name, text));
  if (!stored) typed.set(name, text);
}

function draftsOf(caller: string): string[] {
  const prefix = `${PREFIX}${caller}.`;
  const keys = attempt(() => Object.keys(sessionStorage)) ?? [];
  return keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
}

export function changed(held: ReadonlyMap<string, Draft>, chat: string, draft: Draft): Map<string, Draft> {
  const next = new Map(held);
  if (draft.text === "") next.delete(chat);
  else next.set(chat, draft);
  return next;
}

function stores(key: string, text: string): true {
  sessionStorage.setItem(key, text);
  return true;
}

/** Storage may be denied or full: the text is still in its field. */
function attempt<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}
