/** What Enter does: send, or break the line as a text field does by itself. Input methods use it for themselves. */
export function sends(event: KeyboardEvent, enterSends: boolean): boolean {
  // Safari ends a composition before the key that ended it; such a key still has the number of input methods.
  if (event.key !== "Enter" || event.isComposing || event.keyCode === 229) return false;
  if (event.ctrlKey || event.metaKey) return true;
  return enterSends && !event.shiftKey && !event.altKey;
}
