import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { t } from "../i18n";
import type { Entry } from "../net/wire";
import { Menu, type MenuItem } from "../ui/Menu";

interface LineMenu {
  /** Enter on a message opens what can be done with it; other keys are left alone. */
  press(event: KeyboardEvent): void;
  menu: JSX.Element | undefined;
}

/** `more` are the actions of the page the thread stands on. */
export function useLineMenu(
  entries: readonly Entry[],
  more: (entry: Entry) => MenuItem[] = () => [],
): LineMenu {
  const line = useRef<HTMLElement | null>(null);
  const [items, setItems] = useState<MenuItem[]>([]);
  return {
    press: (event) => {
      const target = event.target as HTMLElement;
      const entry = entries.find(({ n }) => String(n) === target.dataset["n"]);
      if (event.key !== "Enter" || !entry) return;
      event.preventDefault();
      line.current = target;
      setItems([...copying(entry), ...more(entry)]);
    },
    menu:
      items.length > 0 ? (
        <Menu label={t("chat.messageActions")} anchor={line} groups={[items]} onClose={() => setItems([])} />
      ) : undefined,
  };
}

/** Only where the page is secure enough for the browser to allow it. */
function copying({ text }: Entry): MenuItem[] {
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (!clipboard || !text) return [];
  return [{ label: t("chat.copy"), icon: "note", choose: () => void clipboard.writeText(text) }];
}
