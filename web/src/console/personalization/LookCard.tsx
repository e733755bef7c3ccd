import { locale, locales, t } from "../../shared/i18n";
import { Field } from "../../shared/ui/Field";
import { Icon } from "../../shared/ui/Icon";
import { Card } from "../form/Card";
import { computerZone, ZoneSelect } from "../../shared/ui/ZoneSelect";
import type { Preferences } from "../state/preferences";
import type { PreferenceForm } from "./preferenceForm";

const themes = [
  { theme: "light", icon: "sun", text: "common.themeLight" },
  { theme: "dark", icon: "moon", text: "common.themeDark" },
  { theme: "auto", icon: "monitor", text: "common.themeSystem" },
] as const satisfies readonly { theme: Preferences["theme"]; icon: string; text: string }[];

export function LookCard({ form }: { form: PreferenceForm }) {
  const { language, timeZone, theme } = form.shown.value;
  return (
    <Card id="look" title={t("look.title")}>
      <div class="settings__pair">
        <Field id="my-language" label={t("common.language")}>
          <select
            class="select"
            id="my-language"
            value={language ?? locale.value}
            onChange={(event) => form.set({ language: event.currentTarget.value })}
          >
            {Object.entries(locales).map(([tag, name]) => (
              <option key={tag} value={tag} lang={tag}>
                {name}
              </option>
            ))}
          </select>
        </Field>
        <ZoneSelect
          id="my-zone"
          label={t("look.timeZone")}
          value={timeZone ?? computerZone()}
          set={(zone) => form.set({ timeZone: zone })}
        />
      </div>
      <fieldset class="field">
        <legend class="field__label">{t("look.theme")}</legend>
        <div class="segmented mine__themes">
          {themes.map((each) => (
            <button
              key={each.theme}
              type="button"
              aria-pressed={theme === each.theme}
              onClick={() => form.set({ theme: each.theme })}
            >
              <Icon name={each.icon} size="sm" />
              {t(each.text)}
            </button>
          ))}
        </div>
      </fieldset>
    </Card>
  );
}
