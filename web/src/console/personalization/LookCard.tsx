import { useMemo } from "preact/hooks";
import { locale, locales, t } from "../../shared/i18n";
import { Field } from "../../shared/ui/Field";
import { Icon } from "../../shared/ui/Icon";
import type { Preferences } from "../state/preferences";
import { Card } from "./ChatSection";
import { computerZone } from "./days";
import type { PreferenceForm } from "./preferenceForm";

const themes = [
  { theme: "light", icon: "sun", text: "common.themeLight" },
  { theme: "dark", icon: "moon", text: "common.themeDark" },
  { theme: "auto", icon: "monitor", text: "common.themeSystem" },
] as const satisfies readonly { theme: Preferences["theme"]; icon: string; text: string }[];

export function LookCard({ form }: { form: PreferenceForm }) {
  const { language, timeZone, theme } = form.shown.value;
  const zones = useMemo(() => zoneNames(timeZone), [timeZone]);
  return (
    <Card id="look" title={t("look.title")}>
      <div class="mine__pair">
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
        <Field id="my-zone" label={t("look.timeZone")}>
          <select
            class="select"
            id="my-zone"
            value={timeZone ?? computerZone()}
            onChange={(event) => form.set({ timeZone: event.currentTarget.value })}
          >
            {zones.map((zone) => (
              <option key={zone} value={zone}>
                {zone.replaceAll("_", " ")}
              </option>
            ))}
          </select>
        </Field>
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

/** The list of the browser does not name every zone that a server may know. */
function zoneNames(chosen: string | undefined): string[] {
  const names = new Set([...Intl.supportedValuesOf("timeZone"), "UTC", computerZone()]);
  if (chosen) names.add(chosen);
  return [...names].sort();
}
