import { t } from "../i18n";
import type { PresenceState } from "../net/wire";
import { sprite } from "./sprite";

interface PresenceMarkProps {
  presence: PresenceState;
  /** Leave out where the text stands beside the mark. */
  label?: string;
  size?: "sm" | "lg";
}

/** One of five shapes, each with its colour. */
export function PresenceMark({ presence, label, size }: PresenceMarkProps) {
  const names = label ? ({ role: "img", "aria-label": label } as const) : ({ "aria-hidden": true } as const);
  return (
    <svg class={size ? `status status--${size}` : "status"} viewBox="0 0 16 16" {...names}>
      {label && <title>{label}</title>}
      <use href={`${sprite.address}#s-${presence}`} />
    </svg>
  );
}

export function PresenceLabel({ presence, reason }: { presence: PresenceState; reason?: string }) {
  return (
    <span class="status-label" title={reason}>
      <PresenceMark presence={presence} />
      {t(`presence.${presence}`)}
    </span>
  );
}
