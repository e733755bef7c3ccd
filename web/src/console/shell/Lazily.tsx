import { useSignal } from "@preact/signals";
import type { FunctionComponent } from "preact";
import { useEffect } from "preact/hooks";
import { t } from "../../shared/i18n";
import { Button } from "../../shared/ui/Button";

interface LazilyProps<P> {
  page: () => Promise<{ default: FunctionComponent<P> }>;
  props: P;
}

/** A page that is fetched when somebody goes there, so that the first view stays small. */
export function Lazily<P extends object>({ page, props }: LazilyProps<P>) {
  const loaded = useSignal<FunctionComponent<P> | undefined>(undefined);
  const failed = useSignal(false);
  const load = () => {
    failed.value = false;
    page().then(
      (module) => (loaded.value = module.default),
      () => (failed.value = true),
    );
  };
  useEffect(load, [page]);
  const Page = loaded.value;
  if (Page) return <Page {...props} />;
  if (!failed.value) return <div aria-busy="true" />;
  return (
    <div class="empty" role="alert">
      <p class="empty__title">{t("error.offline")}</p>
      <Button onClick={load}>{t("common.tryAgain")}</Button>
    </div>
  );
}
