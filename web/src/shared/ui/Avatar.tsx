import { t } from "../i18n";
import type { Person, PresenceState } from "../net/wire";
import { Icon } from "./Icon";
import { PresenceMark } from "./PresenceMark";

const HUES = 8;

interface AvatarProps {
  person: Person;
  presence?: PresenceState | undefined;
  size?: "xs" | "sm" | "md" | "lg" | "xl";
}

/** Initials on the person's own colour; public users have no account and get an outline. */
export function Avatar({ person, presence, size }: AvatarProps) {
  const classes = ["avatar", size && `avatar--${size}`, person.kind === "public_user" && "avatar--public"];
  return (
    <span
      class={classes.filter(Boolean).join(" ")}
      data-hue={person.kind === "public_user" ? undefined : hue(person.id)}
    >
      {person.kind === "public_user" ? (
        <Icon name="user" />
      ) : (
        <span aria-hidden="true">{initials(person.name)}</span>
      )}
      {presence && <PresenceMark presence={presence} label={t(`presence.${presence}`)} />}
    </span>
  );
}

export function hue(id: string): number {
  let hash = 0;
  for (const character of id) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return (hash % HUES) + 1;
}

export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = [...(words[0] ?? "")][0] ?? "?";
  const last = words.length > 1 ? ([...(words.at(-1) ?? "")][0] ?? "") : "";
  return (first + last).toLocaleUpperCase();
}
