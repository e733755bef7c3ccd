import { useEffect, useState } from "preact/hooks";
import type { ChatState } from "./chatState";

interface NewRange {
  newAfter: number;
  newUntil: number;
}

/** Which messages are new to the reader: unread when he opened the chat, or when he came back to the page. */
export function useNewLine(state: ChatState): NewRange {
  const [range, setRange] = useState(() => unreadNow(state));
  useEffect(() => {
    const cameBack = (): void => {
      if (state.unread.value > 0) setRange(unreadNow(state));
    };
    window.addEventListener("focus", cameBack);
    return () => window.removeEventListener("focus", cameBack);
  }, [state]);
  return range;
}

function unreadNow(state: ChatState): NewRange {
  return { newAfter: state.read.value, newUntil: Math.max(state.bookmark, state.chat.value.head) };
}
