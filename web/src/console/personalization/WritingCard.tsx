import { t } from "../../shared/i18n";
import { Field } from "../../shared/ui/Field";
import { Card } from "../form/Card";
import type { Preferences } from "../state/preferences";
import type { PreferenceForm } from "./preferenceForm";

const announced = ["all", "open", "counts"] as const satisfies readonly Preferences["announce"][];

export function WritingCard({ form }: { form: PreferenceForm }) {
  const { enterSends, singleKeys, announce } = form.shown.value;
  const enter = (sends: boolean) => (
    <label class="settings__radio">
      <input
        class="radio"
        type="radio"
        name="enter"
        checked={enterSends === sends}
        onChange={() => form.set({ enterSends: sends })}
      />
      {t(sends ? "write.enterSends" : "write.enterBreaks")}
    </label>
  );
  return (
    <Card id="writing" title={t("write.title")}>
      <fieldset class="field">
        <legend class="field__label">{t("write.enter")}</legend>
        {enter(true)}
        {enter(false)}
      </fieldset>
      <div>
        <label class="settings__switch">
          <input
            class="switch"
            type="checkbox"
            role="switch"
            checked={singleKeys}
            aria-describedby="single-keys-hint"
            onChange={(event) => form.set({ singleKeys: event.currentTarget.checked })}
          />
          {t("write.singleKeys")}
        </label>
        <p class="field__hint" id="single-keys-hint">
          {t("write.singleKeysHint")}
        </p>
      </div>
      <Field id="my-announce" label={t("write.announce")}>
        <select
          class="select"
          id="my-announce"
          value={announce}
          onChange={(event) => form.set({ announce: event.currentTarget.value as Preferences["announce"] })}
        >
          {announced.map((each) => (
            <option key={each} value={each}>
              {t(`write.announce.${each}`)}
            </option>
          ))}
        </select>
      </Field>
    </Card>
  );
}
