import type { ComponentChildren } from "preact";
import { useId, useRef } from "preact/hooks";
import { nextTab } from "./menuKeys";

interface Tab<T extends string> {
  name: T;
  label: string;
  count: number;
}

interface TabsProps<T extends string> {
  label: string;
  tabs: readonly Tab<T>[];
  selected: T;
  select: (name: T) => void;
  class?: string;
  look?: "tabs" | "segmented";
  children: ComponentChildren;
}

/** Tabs with one tab stop; arrows move and select. The children are the panel of the selected one. */
export function Tabs<T extends string>({
  label,
  tabs,
  selected,
  select,
  class: more,
  look = "tabs",
  children,
}: TabsProps<T>) {
  const id = useId();
  const row = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const at = tabs.findIndex((tab) => tab.name === selected);
    const rightToLeft = row.current ? getComputedStyle(row.current).direction === "rtl" : false;
    const next = nextTab(event.key, at, tabs.length, rightToLeft);
    const tab = next === undefined ? undefined : tabs[next];
    if (!tab) return;
    event.preventDefault();
    select(tab.name);
    row.current?.querySelectorAll<HTMLElement>('[role="tab"]')[next ?? 0]?.focus();
  };
  return (
    <>
      <div
        ref={row}
        class={more ? `${look} ${more}` : look}
        role="tablist"
        aria-label={label}
        onKeyDown={move}
      >
        {tabs.map((tab) => (
          <button
            key={tab.name}
            class={look === "tabs" ? "tab" : undefined}
            role="tab"
            type="button"
            id={`${id}-${tab.name}`}
            aria-selected={tab.name === selected}
            aria-controls={`${id}-panel`}
            tabIndex={tab.name === selected ? 0 : -1}
            onClick={() => select(tab.name)}
          >
            {tab.label} <span class={look === "tabs" ? "count" : "muted"}>{tab.count}</span>
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${selected}`} tabIndex={0}>
        {children}
      </div>
    </>
  );
}
