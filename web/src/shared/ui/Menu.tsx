import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Icon, type IconName } from "./Icon";
import { Popover } from "./Popover";
import { nextInMenu } from "./menuKeys";

export interface MenuItem {
  label: string;
  icon?: IconName;
  danger?: boolean;
  /** One of several that exclude each other: whether it is the chosen one. */
  checked?: boolean;
  /** Impossible now, and why: stands below the label. */
  disabled?: string;
  choose: () => void;
}

interface MenuProps {
  label: string;
  anchor: RefObject<HTMLElement | null>;
  /** Groups, with a line between them. */
  groups: MenuItem[][];
  onClose: () => void;
}

/** A list of actions: arrows, Home, End and first letters move, Escape closes. */
export function Menu({ label, anchor, groups, onClose }: MenuProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => items(list.current)[0]?.focus(), []);
  const moveFocus = (event: KeyboardEvent) => {
    if (event.key === "Tab") onClose();
    const all = items(list.current);
    const at = all.indexOf(document.activeElement as HTMLElement);
    const labels = all.map((item) => item.textContent);
    const next = nextInMenu(event.key, at, labels);
    if (next === undefined) return;
    event.preventDefault();
    all[next]?.focus();
  };
  const shown = groups.filter((group) => group.length > 0);
  return (
    <Popover anchor={anchor} placement="below-end" label={label} role="menu" class="menu" onClose={onClose}>
      <div ref={list} role="presentation" onKeyDown={moveFocus}>
        {shown.map((group, index) => (
          <div key={index} role="presentation">
            {index > 0 && <div class="menu__sep" role="separator" />}
            {group.map((item) => (
              <MenuLine key={item.label} item={item} onClose={onClose} />
            ))}
          </div>
        ))}
      </div>
    </Popover>
  );
}

function MenuLine({ item, onClose }: { item: MenuItem; onClose: () => void }) {
  const choose = () => {
    if (item.disabled) return;
    onClose();
    item.choose();
  };
  return (
    <button
      class={item.danger ? "menu__item menu__item--danger" : "menu__item"}
      role={item.checked === undefined ? "menuitem" : "menuitemradio"}
      aria-checked={item.checked}
      type="button"
      tabIndex={-1}
      aria-disabled={item.disabled ? true : undefined}
      onClick={choose}
    >
      {item.icon && <Icon name={item.icon} />}
      {item.disabled ? (
        <span class="stack">
          <span>{item.label}</span>
          <span class="tiny">{item.disabled}</span>
        </span>
      ) : (
        item.label
      )}
      {item.checked && <Icon name="check" />}
    </button>
  );
}

function items(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];
}
