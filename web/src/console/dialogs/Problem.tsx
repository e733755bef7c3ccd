import { explain } from "../../shared/i18n/errors";
import { Icon } from "../../shared/ui/Icon";

/** What went wrong, above the fields of a dialog. Nothing that was typed is lost. */
export function Problem({ error }: { error: unknown }) {
  if (error === undefined) return null;
  return (
    <div class="banner banner--danger" role="alert">
      <Icon name="alert-circle" />
      <span>{explain(error)}</span>
    </div>
  );
}
