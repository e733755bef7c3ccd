import { useSignal, type ReadonlySignal } from "@preact/signals";
import { useEffect } from "preact/hooks";

interface Answer<T> {
  data: ReadonlySignal<T | undefined>;
  error: ReadonlySignal<unknown>;
}

/** Asks once when a dialog opens; an answer that comes after it was closed is dropped. */
export function useAnswer<T>(ask: () => Promise<T>): Answer<T> {
  const data = useSignal<T | undefined>(undefined);
  const error = useSignal<unknown>(undefined);
  useEffect(() => {
    let over = false;
    ask().then(
      (answer) => {
        if (!over) data.value = answer;
      },
      (reason: unknown) => {
        if (!over) error.value = reason;
      },
    );
    return () => {
      over = true;
    };
  }, []);
  return { data, error };
}
