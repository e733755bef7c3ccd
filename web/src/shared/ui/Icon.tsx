import { sprite } from "./sprite";

export type IconName =
  | "alert"
  | "alert-circle"
  | "arrow-down"
  | "arrow-left"
  | "arrow-right"
  | "bell"
  | "bell-off"
  | "chats"
  | "check"
  | "check-check"
  | "check-circle"
  | "chevron-down"
  | "chevron-right"
  | "clock"
  | "close-chat"
  | "dashboard"
  | "download"
  | "external"
  | "eye"
  | "eye-off"
  | "globe"
  | "hash"
  | "hourglass"
  | "info"
  | "key"
  | "leave"
  | "lock"
  | "log-out"
  | "maximize"
  | "minus"
  | "monitor"
  | "moon"
  | "more"
  | "note"
  | "pencil"
  | "plane"
  | "plus"
  | "refresh"
  | "reply"
  | "request"
  | "request-live"
  | "search"
  | "send"
  | "settings"
  | "shield"
  | "slash"
  | "smile"
  | "star"
  | "sun"
  | "swap"
  | "trash"
  | "user"
  | "user-plus"
  | "users"
  | "x";

/** Drawings that point along the line are mirrored where one reads from right to left; clocks and ticks are not. */
const directional: ReadonlySet<IconName> = new Set([
  "arrow-left",
  "chevron-right",
  "leave",
  "log-out",
  "reply",
  "send",
]);

interface IconProps {
  name: IconName;
  size?: "sm" | "lg" | "xl";
}

/** A decorative drawing; the words stand beside it or in the name of its button. */
export function Icon({ name, size }: IconProps) {
  const classes = ["icon", size && `icon--${size}`, directional.has(name) && "icon--directional"];
  return (
    <svg class={classes.filter(Boolean).join(" ")} viewBox="0 0 24 24" aria-hidden="true">
      <use href={`${sprite.address}#i-${name}`} />
    </svg>
  );
}

export function BrandMark({ label }: { label?: string }) {
  const names = label ? ({ role: "img", "aria-label": label } as const) : ({ "aria-hidden": true } as const);
  return (
    <svg class="mark" viewBox="0 0 24 24" {...names}>
      <use href={`${sprite.address}#i-parley`} />
    </svg>
  );
}
