import type { ComponentChildren } from "preact";
import { t } from "../../shared/i18n";
import { IconButton } from "../../shared/ui/Button";
import { Icon } from "../../shared/ui/Icon";
import { keysOf, spokenKeys, written } from "../keyboard/bindings";
import { useDesk } from "../state/desk";

interface TopbarProps {
  title?: string;
  sub?: ComponentChildren;
  /** Where one is, in place of a title that stands further below. */
  children?: ComponentChildren;
}

export function Topbar({ title, sub, children }: TopbarProps) {
  const desk = useDesk();
  const { keys } = desk.preferences.value.value;
  const palette = keysOf("palette", keys);
  return (
    <header class="topbar">
      {title && <h1 class="topbar__title">{title}</h1>}
      {children}
      {sub && <span class="muted small truncate">{sub}</span>}
      <button
        class="topbar__palette push"
        type="button"
        aria-haspopup="dialog"
        aria-keyshortcuts={spokenKeys(palette)}
        onClick={() => (desk.dialog.value = { name: "palette" })}
      >
        <Icon name="search" />
        <span>{t("palette.button")}</span>
        <kbd class="kbd push" aria-hidden="true">
          <bdi>{written(palette)}</bdi>
        </kbd>
      </button>
      <IconButton
        icon="info"
        label={t("keys.help")}
        aria-haspopup="dialog"
        aria-keyshortcuts={spokenKeys(keysOf("shortcuts", keys))}
        onClick={() => (desk.dialog.value = { name: "shortcuts" })}
      />
    </header>
  );
}
