const PREFIX = "parley.draft.";

/** On other people's pages nothing is stored before somebody has written to us. */
export const draftStorage = { allowed: true };
/** What could not be stored outlives its field for as long as the page does. */
const typed = new Map<string, string>();

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

/** The names of all that was stored and begins so. */
export function draftsNamed(start: string): string[] {
  const keys = attempt(() => Object.keys(sessionStorage)) ?? [];
  return keys
    .filter((key) => key.startsWith(PREFIX + start))
    .map((key) => key.slice(PREFIX.length + start.length));
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
