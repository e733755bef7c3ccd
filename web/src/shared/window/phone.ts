import { signal } from "@preact/signals";

const narrow = matchMedia("(max-width: 479.98px)");

/** Below 480 px the chat window fills the screen. */
export const onPhone = signal(narrow.matches);

narrow.addEventListener("change", () => (onPhone.value = narrow.matches));
