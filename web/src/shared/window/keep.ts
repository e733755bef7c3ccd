import { signal } from "@preact/signals";

/** The last conversation that was taken along, and as what: whoever embeds the window listens to it. */
export const saved = signal<{ chat: string; as: string } | undefined>(undefined);

const READ_WITHIN = 60_000;

/** Lets the browser keep a file as its downloads are kept; gives the name it proposes. */
export function keep(file: File, otherwise: string): string {
  const name = file.name || otherwise;
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads it on its own time.
  setTimeout(() => URL.revokeObjectURL(address), READ_WITHIN);
  return name;
}
