import { useSignal, type ReadonlySignal } from "@preact/signals";
import { t } from "../../shared/i18n";
import { explain } from "../../shared/i18n/errors";
import { Button } from "../../shared/ui/Button";
import { useDesk } from "../state/desk";

/** What somebody changed and has not saved yet. What cannot be saved stays changed. */
export interface Changes {
  readonly changed: ReadonlySignal<boolean>;
  discard(): void;
  save(): Promise<void>;
}

/** Saves the changes of a whole page, or throws them away. */
export function SaveBar({ form }: { form: Changes }) {
  const desk = useDesk();
  const busy = useSignal(false);
  const changed = form.changed.value;
  const save = async () => {
    busy.value = true;
    try {
      await form.save();
      desk.toasts.add({ kind: "success", title: t("mine.saved") });
    } catch (error) {
      desk.toasts.add({ kind: "danger", title: explain(error) });
    } finally {
      busy.value = false;
    }
  };
  return (
    <div class="push savebar">
      <span class="tiny muted" role="status">
        {changed && t("mine.unsaved")}
      </span>
      <Button disabled={!changed} onClick={() => form.discard()}>
        {t("mine.discard")}
      </Button>
      <Button kind="primary" disabled={!changed} busy={busy.value} onClick={() => void save()}>
        {t("mine.save")}
      </Button>
    </div>
  );
}
