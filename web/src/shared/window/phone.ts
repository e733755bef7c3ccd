import { signal } from "@preact/signals";

/** Below 480 px the chat window fills the screen. */
export const onPhone = signal(false);

/** The page itself knows how wide it is; a frame is told by the page around it. */
export function followWidth(): void {
  const narrow = matchMedia("(max-width: 479.98px)");
  onPhone.value = narrow.matches;
  narrow.addEventListener("change", () => (onPhone.value = narrow.matches));
}
