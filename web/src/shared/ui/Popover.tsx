import type { ComponentChildren, RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";

/** Beside: beyond the edge of the bar the anchor is in, above a bar that lies at the bottom. */
type Placement = "below-end" | "below-start" | "above-start" | "beside";

interface PopoverProps {
  anchor: RefObject<HTMLElement | null>;
  placement: Placement;
  label: string;
  role?: "dialog" | "menu";
  class?: string;
  id?: string;
  /** A manual popover stays until its owner takes it away; an automatic one closes on Escape and on a click outside. */
  manual?: boolean;
  onClose: () => void;
  onPointerEnter?: () => void;
  onPointerLeave?: () => void;
  children: ComponentChildren;
}

const MARGIN = 8;

/** Floats above everything in the browser's top layer, beside what opened it. */
export function Popover(props: PopoverProps) {
  const { anchor, placement, label, role = "dialog", manual = false, onClose, children, id } = props;
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    element.showPopover();
    const follow = () => place(element, anchor.current, placement);
    follow();
    const observer = new ResizeObserver(follow);
    observer.observe(element);
    window.addEventListener("resize", follow);
    return () => {
      observer.disconnect();
      window.removeEventListener("resize", follow);
    };
  }, [anchor, placement]);
  useReturningFocus(box, anchor);
  return (
    <div
      ref={box}
      id={id}
      class={`popover ${props.class ?? ""}`}
      role={role}
      aria-label={label}
      popover={manual ? "manual" : "auto"}
      onToggle={(event) => {
        if (event.newState === "closed") onClose();
      }}
      onPointerEnter={props.onPointerEnter}
      onPointerLeave={props.onPointerLeave}
    >
      {children}
    </div>
  );
}

function useReturningFocus(box: RefObject<HTMLElement | null>, anchor: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = box.current;
    const opener = anchor.current;
    return () => {
      const lost = document.activeElement === document.body || element?.contains(document.activeElement);
      if (lost) opener?.focus();
    };
  }, [box, anchor]);
}

/** Puts the box beside its anchor and keeps it inside the window, in either reading direction. */
function place(box: HTMLElement, anchor: HTMLElement | null, placement: Placement): void {
  if (!anchor) return;
  const from = anchor.getBoundingClientRect();
  const edge = anchor.closest("[data-popover-edge]")?.getBoundingClientRect() ?? from;
  const size = box.getBoundingClientRect();
  const rightToLeft = getComputedStyle(anchor).direction === "rtl";
  const atLeft = placement.endsWith("start") !== rightToLeft;
  let x = atLeft ? from.left : from.right - size.width;
  let y = placement === "above-start" ? from.top - size.height - 4 : from.bottom + 4;
  if (placement === "beside") {
    const lying = edge.width > edge.height;
    x = rightToLeft ? edge.left - size.width - MARGIN : edge.right + MARGIN;
    y = lying ? edge.top - size.height - MARGIN : from.top;
  }
  box.style.translate = `${clamp(x, innerWidth - size.width)}px ${clamp(y, innerHeight - size.height)}px`;
}

function clamp(value: number, most: number): number {
  return Math.max(MARGIN, Math.min(value, most - MARGIN));
}
