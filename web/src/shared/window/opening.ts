import { signal } from "@preact/signals";
import type { Desk } from "../net/wire";

const words = signal<typeof import("../ui/openingHours") | undefined>(undefined);
let asked = false;

/** "tomorrow at 8:00", while the desk is closed and says when it opens. How to say it is loaded only then. */
export function opensWhen({ open, opensAt }: Desk): string | undefined {
  if (open || !opensAt) return undefined;
  if (!asked) void load();
  return words.value?.opensAtText(opensAt);
}

async function load(): Promise<void> {
  asked = true;
  try {
    words.value = await import("../ui/openingHours");
  } catch {
    // Not reachable: asked for again when it is to be said again.
    asked = false;
  }
}
