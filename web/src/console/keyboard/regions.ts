const REGIONS = "[data-region], .thread[role=region], .composer textarea";
const FOCUSABLE = "a[href], button:not([disabled]), input, select, textarea, [tabindex]";

/** The parts of the screen in reading order, those that are shown: rail, list, thread, composer, details, bubble. */
export function regions(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(REGIONS)].filter(
    (each) => each.checkVisibility?.() !== false,
  );
}

/** The part before or after the one that has the focus; round and round. */
export function nextRegion(
  all: readonly HTMLElement[],
  focused: Element | null,
  by: 1 | -1,
): HTMLElement | undefined {
  const at = all.findLastIndex((region) => region.contains(focused));
  if (at < 0) return by > 0 ? all[0] : all.at(-1);
  // A chat in the bubble is a part within a part: going back leaves the inner one first.
  return all[(at + by + all.length) % all.length];
}

export function enter(region: HTMLElement): void {
  const target = region.matches(FOCUSABLE) ? region : region.querySelector<HTMLElement>(FOCUSABLE);
  target?.focus();
}
