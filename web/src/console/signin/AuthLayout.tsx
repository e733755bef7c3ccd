import type { ComponentChildren } from "preact";
import { locale, locales, setLocale, t, type Locale } from "../../shared/i18n";
import { BrandMark } from "../../shared/ui/Icon";

interface AuthLayoutProps {
  children: ComponentChildren;
  panel: ComponentChildren;
  /** The panel is a drawing without meaning. */
  decorative?: boolean;
}

/** The form at the start, the brand panel at the end. */
export function AuthLayout({ children, panel, decorative = false }: AuthLayoutProps) {
  return (
    <main class="auth">
      <div class="auth__side">
        <span class="brand">
          <BrandMark />
          Parley
        </span>
        {children}
        <footer class="auth__foot">
          <LanguageSelect />
        </footer>
      </div>
      <aside class="auth__panel" aria-hidden={decorative || undefined}>
        {panel}
      </aside>
    </main>
  );
}

function LanguageSelect() {
  return (
    <select
      class="select select--sm push lang"
      aria-label={t("common.language")}
      value={locale.value}
      onChange={(event) => void setLocale(event.currentTarget.value as Locale)}
    >
      {Object.entries(locales).map(([tag, name]) => (
        <option key={tag} value={tag} lang={tag}>
          {name}
        </option>
      ))}
    </select>
  );
}
