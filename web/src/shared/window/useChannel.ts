import { useEffect, useState } from "preact/hooks";
import type { Portal } from "./portal";

/** The chosen channel; before a choice the first one with somebody there, else the default. */
export function useChannel(portal: Portal): [string | undefined, (id: string) => void] {
  const [chosen, choose] = useState<string | undefined>(undefined);
  const offered = portal.offered.value;
  useEffect(() => {
    // Who is there may have changed since the page was opened; without an answer the old state stands.
    portal.loadDesk().catch(() => undefined);
  }, [portal]);
  const first =
    offered.find((channel) => channel.online) ?? offered.find((channel) => channel.isDefault) ?? offered[0];
  const valid = offered.some((channel) => channel.id === chosen) ? chosen : first?.id;
  return [valid, choose];
}
