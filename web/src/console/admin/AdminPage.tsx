import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { t } from "../../shared/i18n";
import { Button } from "../../shared/ui/Button";
import { Icon } from "../../shared/ui/Icon";
import { Problem } from "../dialogs/Problem";
import { Card } from "../form/Card";
import { SaveBar } from "../form/SaveBar";
import { useDesk, type Desk } from "../state/desk";
import { SettingField } from "./SettingField";
import { SettingForm } from "./settingForm";
import { cards } from "./settingNames";

// What was changed and not saved outlives a look at another page.
const forms = new WeakMap<Desk, SettingForm>();

/** Administration, for administrators only: the settings of the desk. */
export default function AdminPage() {
  const desk = useDesk();
  const form = useMemo(() => formOf(desk), [desk]);
  const { admin } = desk.me.value;
  return (
    <>
      <header class="topbar settings-bar">
        <nav class="crumbs" aria-label={t("admin.path")}>
          <span>{t("admin.title")}</span>
          <Icon name="chevron-right" />
        </nav>
        <h1 class="topbar__title">{t("admin.settings")}</h1>
        {admin && <SaveBar form={form} />}
      </header>
      {admin ? (
        <Settings form={form} />
      ) : (
        <div class="empty">
          <p class="empty__title">{t("admin.only")}</p>
        </div>
      )}
    </>
  );
}

function Settings({ form }: { form: SettingForm }) {
  const failure = useSignal<unknown>(undefined);
  const load = () => {
    failure.value = undefined;
    form.load().catch((error: unknown) => (failure.value = error));
  };
  useEffect(load, [form]);
  if (failure.value !== undefined) {
    return (
      <div class="empty">
        <Problem error={failure.value} />
        <Button onClick={load}>{t("common.tryAgain")}</Button>
      </div>
    );
  }
  const settings = form.settings.value;
  if (!settings) return <div aria-busy="true" />;
  return (
    <div class="settings">
      {[cards.slice(0, 2), cards.slice(2)].map((column, at) => (
        <div class="settings__column" key={at}>
          {column.map(({ card, names }) => (
            <Card key={card} id={`settings-${card}`} title={t(`admin.${card}`)}>
              {names.map((name) => {
                const setting = settings.get(name);
                return setting && <SettingField key={name} name={name} setting={setting} form={form} />;
              })}
            </Card>
          ))}
        </div>
      ))}
    </div>
  );
}

function formOf(desk: Desk): SettingForm {
  const form = forms.get(desk) ?? new SettingForm(desk.client.api);
  forms.set(desk, form);
  return form;
}
