import { useEffect, useState } from "preact/hooks";

const ROOM_FOR_DETAILS = "(min-width: 1100px)";

/** Whether there is room for a third pane. */
export function useWide(): boolean {
  const [wide, setWide] = useState(() => matchMedia(ROOM_FOR_DETAILS).matches);
  useEffect(() => {
    const ends = new AbortController();
    matchMedia(ROOM_FOR_DETAILS).addEventListener("change", (event) => setWide(event.matches), {
      signal: ends.signal,
    });
    return () => ends.abort();
  }, []);
  return wide;
}
