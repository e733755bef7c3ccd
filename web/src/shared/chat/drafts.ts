/** What was typed and not sent, kept for this tab over a reload. Without storage it lasts as long as the page. */
export function readDraft(name: string): string {
  try {
    return sessionStorage.getItem(key(name)) ?? "";
  } catch {
    return "";
  }
}

export function writeDraft(name: string, text: string): void {
  try {
    if (text === "") sessionStorage.removeItem(key(name));
    else sessionStorage.setItem(key(name), text);
  } catch {
    // The text is still in its field.
  }
}

function key(name: string): string {
  return `parley.draft.${name}`;
}
