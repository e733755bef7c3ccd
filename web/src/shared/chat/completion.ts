/** The words that open a list while one types: a canned reply, an emoji, a colleague. */
export type Trigger = "/" | ":" | "@";

export interface Choice {
  readonly id: string;
  /** Stands first: the short code, the emoji, the name. */
  readonly title: string;
  readonly text?: string;
  /** What takes the place of the typed word. */
  readonly insert: string;
  /** Shown in full below the list while it is the active one. */
  readonly preview?: string;
  readonly chosen?: () => void;
}

export interface Source {
  readonly trigger: Trigger;
  readonly label: string;
  find(query: string): Promise<readonly Choice[]>;
}

export interface Token {
  readonly trigger: Trigger;
  readonly query: string;
  readonly start: number;
  readonly end: number;
}

// At the start of the text or after a blank; a name may hold one blank, an emoji needs two letters.
const TOKENS: Readonly<Record<Trigger, RegExp>> = {
  "/": /(?:^|\s)\/([\p{L}\p{N}_-]{0,40})$/u,
  ":": /(?:^|\s):([\p{L}\p{N}_+-]{2,30})$/u,
  "@": /(?:^|\s)@([\p{L}\p{M}\p{N}.'’-]{0,40}(?: [\p{L}\p{M}.'’-]{1,40})?)$/u,
};
const LONGEST = 90;

/** The word before the caret that asks for a list, if one does. */
export function tokenAt(text: string, caret: number, triggers: readonly Trigger[]): Token | undefined {
  const before = text.slice(Math.max(0, caret - LONGEST), caret);
  for (const trigger of triggers) {
    const query = TOKENS[trigger].exec(before)?.[1];
    if (query !== undefined) return { trigger, query, start: caret - query.length - 1, end: caret };
  }
  return undefined;
}

export interface Edited {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** The text with the word replaced, and what is selected then: the first open placeholder, or the end of it. */
export function replaced(text: string, start: number, end: number, insert: string): Edited {
  const next = text.slice(0, start) + insert + text.slice(end);
  const open = nextOpen(next, start);
  if (open && open.to <= start + insert.length) return { text: next, ...open };
  return { text: next, from: start + insert.length, to: start + insert.length };
}

export const PLACEHOLDERS = ["customer.name", "customer.company", "agent.name", "channel.name"] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

const OPEN = /\{\{(customer\.name|customer\.company|agent\.name|channel\.name)\}\}/gu;

/** A canned reply with what is known; the rest stays open, to be filled in by hand. */
export function filled(text: string, known: Partial<Record<Placeholder, string>>): string {
  return text.replace(OPEN, (whole, name: Placeholder) => known[name] || whole);
}

export interface Part {
  readonly text: string;
  readonly open: boolean;
}

/** The text in parts, those marked that wait to be filled in. */
export function openParts(text: string): Part[] {
  const parts: Part[] = [];
  let done = 0;
  for (const match of text.matchAll(OPEN)) {
    if (match.index > done) parts.push({ text: text.slice(done, match.index), open: false });
    parts.push({ text: match[0], open: true });
    done = match.index + match[0].length;
  }
  if (done < text.length) parts.push({ text: text.slice(done), open: false });
  return parts;
}

/** The next open placeholder from here on, or else the first. */
export function nextOpen(text: string, after: number): { from: number; to: number } | undefined {
  const all = [...text.matchAll(OPEN)].map(({ index, 0: { length } }) => ({
    from: index,
    to: index + length,
  }));
  return all.find(({ from }) => from >= after) ?? all[0];
}
