import type { EventName, Events } from "../../npm/index";

type Heard = (detail: unknown) => void;

export const names =
  "ready|open|close|unread|status|chat:requested|chat:queue|chat:accepted|chat:invite|chat:closed|message|saved|rated|identified|identify:error|error";
const wrapped = new WeakMap<Heard, (event: Event) => void>();

// All events go over the document, so what a listener does wrong is reported as its own error and stops nobody.
export function listen(name: string, heard: Heard, once = false): void {
  document.addEventListener(`parley:${name}`, wrap(heard), { once });
}

export function unlisten(name: string, heard: Heard): void {
  document.removeEventListener(`parley:${name}`, wrap(heard));
}

function wrap(heard: Heard): (event: Event) => void {
  const known = wrapped.get(heard) ?? ((event) => heard((event as CustomEvent).detail));
  wrapped.set(heard, known);
  return known;
}

export function emit<E extends EventName>(name: E, detail?: Events[E]): void {
  document.dispatchEvent(new CustomEvent(`parley:${name}`, { detail }));
}
