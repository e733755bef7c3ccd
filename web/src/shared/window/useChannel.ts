import { useEffect, useState } from "preact/hooks";
import type { Portal } from "./portal";

const LOOK_AGAIN = 60_000;

/** Who is there changes while somebody writes, or waits for the desk to open. Without an answer the old state stands. */
export function useFreshDesk(portal: Portal): void {
  useEffect(() => {
    const look = (): void => void portal.loadDesk().catch(() => undefined);
    look();
    const timer = setInterval(look, LOOK_AGAIN);
    return () => clearInterval(timer);
  }, [portal]);
}

/** The chosen channel; before a choice the first one with somebody there, else the default. */
export function useChannel(portal: Portal): [string | undefined, (id: string) => void] {
  const suggested = portal.suggested.value.channel;
  const [chosen, choose] = useState<string | undefined>(undefined);
  const offered = portal.offered.value;
  useFreshDesk(portal);
  const first =
    offered.find(({ id, name }) => id === suggested || name === suggested) ??
    offered.find((channel) => channel.online) ??
    offered.find((channel) => channel.isDefault) ??
    offered[0];
  const valid = offered.some((channel) => channel.id === chosen) ? chosen : first?.id;
  return [valid, choose];
}
