import { useSignal, type Signal } from "@preact/signals";
import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";

/**
 * True while the keyboard is on something that the open windows would cover: then they step aside and show only
 * their titles.
 */
export function useStepAside(panel: RefObject<HTMLElement | null>): Signal<boolean> {
  const low = useSignal(false);
  useEffect(() => {
    const ends = new AbortController();
    const look = (event: FocusEvent): void => {
      const focused = event.target as HTMLElement;
      const box = panel.current;
      if (!box || focused.closest("dialog, [popover]")) return;
      if (box.contains(focused)) {
        low.value = false;
        return;
      }
      if (!focused.matches(":focus-visible")) return;
      low.value = low.value || overlap(focused.getBoundingClientRect(), box.getBoundingClientRect());
      // What is low on the page would still lie behind the titles; there is room below once they have stepped aside.
      if (low.value) requestAnimationFrame(() => focused.scrollIntoView({ block: "nearest" }));
    };
    document.addEventListener("focusin", look, { signal: ends.signal });
    // Whoever uses a pointer gets at everything anyway.
    document.addEventListener("pointerdown", () => (low.value = false), { signal: ends.signal });
    return () => ends.abort();
  }, [panel]);
  return low;
}

export function overlap(one: DOMRect, other: DOMRect): boolean {
  return one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;
}
