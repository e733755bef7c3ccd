import { useEffect, useRef } from "preact/hooks";
import type { ChatState } from "./chatState";
import type { ParleyClient } from "./client";

/** Moves the read mark when the newest line is on screen and somebody is there to read it. */
export function useReading(client: ParleyClient, state: ChatState): { seesNewest(yes: boolean): void } {
  const atNewest = useRef(false);
  const mark = (): void => {
    const takesPart = state.chat.value.my.state === "active" && !state.closed.value;
    const watched = document.visibilityState === "visible" && document.hasFocus();
    if (atNewest.current && takesPart && watched) client.chats.markRead(state);
  };
  useEffect(() => {
    const ends = new AbortController();
    window.addEventListener("focus", mark, { signal: ends.signal });
    document.addEventListener("visibilitychange", mark, { signal: ends.signal });
    return () => ends.abort();
  }, [client, state]);
  return {
    seesNewest: (yes) => {
      atNewest.current = yes;
      mark();
    },
  };
}
