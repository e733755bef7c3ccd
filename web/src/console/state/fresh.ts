import { useEffect } from "preact/hooks";

const EVERY = 30_000;
const SOON = 800;

/** Something read from the server that is worth asking for again. */
export interface Freshened {
  readonly known: boolean;
  load(): Promise<void>;
}

/** Keeps it fresh while it is on screen: every half minute, and soon after `changed` has changed. */
export function useFresh(source: Freshened, changed: unknown): void {
  useEffect(() => {
    const soon = setTimeout(() => void source.load(), source.known ? SOON : 0);
    return () => clearTimeout(soon);
  }, [source, changed]);
  useEffect(() => {
    const asking = setInterval(() => void source.load(), EVERY);
    return () => clearInterval(asking);
  }, [source]);
}
