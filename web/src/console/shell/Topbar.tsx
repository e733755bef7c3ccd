import type { ComponentChildren } from "preact";
import { t } from "../../shared/i18n";
import { Icon } from "../../shared/ui/Icon";
import { useDesk } from "../state/desk";

export function Topbar({ title, sub }: { title: string; sub?: ComponentChildren }) {
  const desk = useDesk();
  return (
    <header class="topbar">
      <h1 class="topbar__title">{title}</h1>
      {sub && <span class="muted small truncate">{sub}</span>}
      <button
        class="topbar__palette push"
        type="button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => (desk.dialog.value = { name: "palette" })}
      >
        <Icon name="search" />
        <span>{t("palette.button")}</span>
        <kbd class="kbd push" aria-hidden="true">
          <bdi>Ctrl K</bdi>
        </kbd>
      </button>
    </header>
  );
}
