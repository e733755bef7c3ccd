import { locales, t } from "../../shared/i18n";
import { explainField } from "../../shared/i18n/errors";
import { describedBy, Field, TextField } from "../../shared/ui/Field";
import { ZoneSelect } from "../../shared/ui/ZoneSelect";
import type { SettingName } from "./settingNames";
import type { Setting, SettingForm } from "./settingForm";

interface SettingFieldProps {
  name: SettingName;
  setting: Setting;
  form: SettingForm;
}

/** The control that fits what the setting may hold. */
export function SettingField(props: SettingFieldProps) {
  const { name, setting, form } = props;
  const { kind } = setting;
  const shown = { id: name, label: t(`setting.${name}`), hint: t(`setting.${name}.hint`) };
  const change = { value: form.shown(setting), set: (value: string) => form.set(setting, value) };
  if (kind.type === "time_zone") return <ZoneSelect {...shown} {...change} />;
  if (kind.type === "choice") {
    return kind.values.join() === "on,off" ? (
      <Switch {...props} />
    ) : (
      <Choice {...props} values={kind.values} />
    );
  }
  const fault = form.fault(setting);
  return (
    <TextField
      {...shown}
      {...change}
      {...(kind.type === "number" ? { inputMode: "numeric" as const } : {})}
      {...(kind.type === "web_address" ? { inputMode: "url" as const } : {})}
      {...(kind.type === "line" ? { maxLength: kind.longest } : {})}
      dir="auto"
      placeholder={kind.type === "web_address" ? "https://" : setting.default}
      error={fault && explainField(fault)}
    />
  );
}

function Switch({ name, setting, form }: SettingFieldProps) {
  return (
    <div>
      <label class="settings__switch">
        <input
          class="switch"
          id={name}
          type="checkbox"
          role="switch"
          checked={form.shown(setting) === "on"}
          aria-describedby={`${name}-hint`}
          onChange={(event) => form.set(setting, event.currentTarget.checked ? "on" : "off")}
        />
        {t(`setting.${name}`)}
      </label>
      <p class="field__hint" id={`${name}-hint`}>
        {t(`setting.${name}.hint`)}
      </p>
    </div>
  );
}

const words: Readonly<Record<string, () => string>> = {
  off: () => t("mask.off"),
  same: () => t("mask.same"),
  numbered: () => t("mask.numbered"),
};

function Choice({ name, setting, form, values }: SettingFieldProps & { values: readonly string[] }) {
  const hint = t(`setting.${name}.hint`);
  const named: Readonly<Record<string, string>> = locales;
  return (
    <Field id={name} label={t(`setting.${name}`)} hint={hint}>
      <select
        class="select"
        id={name}
        value={form.shown(setting)}
        aria-describedby={describedBy(name, hint)}
        onChange={(event) => form.set(setting, event.currentTarget.value)}
      >
        {values.map((each) => (
          <option key={each} value={each}>
            {words[each]?.() ?? named[each] ?? each}
          </option>
        ))}
      </select>
    </Field>
  );
}
