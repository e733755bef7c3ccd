import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Line } from "./lines";

const NEAR_END = 48;
const NEAR_START = 240;

/** What the reader sees: the newest line, lines near the oldest, or neither. */
export type Edge = "end" | "start" | "away";

interface Seen {
  firstKey: string;
  lastKey: string;
  height: number;
  foreign: number;
}

interface ThreadScroll {
  /** Messages that arrived below what the reader is looking at. */
  below: number;
  away: boolean;
  onScroll(): void;
  jump(): void;
}

/**
 * Stays at the newest line as long as the reader is there, and never moves a reader who has scrolled up.
 * `reached` is told what the reader sees.
 */
export function useThreadScroll(
  scroller: RefObject<HTMLDivElement | null>,
  lines: readonly Line[],
  reached: (edge: Edge) => void,
): ThreadScroll {
  const seen = useRef<Seen | undefined>(undefined);
  const atEnd = useRef(true);
  const [below, setBelow] = useState(0);
  const [away, setAway] = useState(false);
  const told = useRef(reached);
  told.current = reached;

  const toEnd = (): void => {
    const box = scroller.current;
    if (!box) return;
    box.scrollTop = box.scrollHeight;
    atEnd.current = true;
    setBelow(0);
    setAway(false);
    told.current("end");
  };

  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box || lines.length === 0) return;
    const before = seen.current;
    const now = look(box, lines);
    seen.current = now;
    if (!before) openAt(box, toEnd, () => (atEnd.current = false));
    else if (ownIsNew(before, now, lines) || atEnd.current) toEnd();
    else if (before.firstKey !== now.firstKey) box.scrollTop += now.height - before.height;
    else if (now.foreign > before.foreign) setBelow((count) => count + now.foreign - before.foreign);
  });

  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const observer = new ResizeObserver(() => {
      if (atEnd.current) box.scrollTop = box.scrollHeight;
    });
    observer.observe(box);
    return () => observer.disconnect();
  }, [scroller]);

  const onScroll = (): void => {
    const box = scroller.current;
    if (!box) return;
    atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END;
    setAway(!atEnd.current);
    if (atEnd.current) setBelow(0);
    told.current(atEnd.current ? "end" : "away");
    if (box.scrollTop < NEAR_START) told.current("start");
  };

  return { below, away, onScroll, jump: toEnd };
}

function look(box: HTMLElement, lines: readonly Line[]): Seen {
  return {
    // A day's line stays the first while older messages of that day come in below it.
    firstKey: lines.find((line) => line.kind === "message" || line.kind === "system")?.key ?? "",
    lastKey: lines.at(-1)?.key ?? "",
    height: box.scrollHeight,
    foreign: lines.filter((line) => line.kind === "message" && !line.own).length,
  };
}

function ownIsNew(before: Seen, now: Seen, lines: readonly Line[]): boolean {
  return now.lastKey !== before.lastKey && lines.at(-1)?.kind === "unsent";
}

/** At the newest line, unless the first unread one would then be out of sight. */
function openAt(box: HTMLElement, toEnd: () => void, leaveEnd: () => void): void {
  const mark = box.querySelector<HTMLElement>(".new-line");
  const room = box.clientHeight - NEAR_END;
  if (!mark || box.scrollHeight - mark.offsetTop <= room) return toEnd();
  leaveEnd();
  box.scrollTop = mark.offsetTop - NEAR_END;
}
