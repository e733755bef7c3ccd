import { t } from "../i18n";
import type { Desk } from "../net/wire";
import { Icon } from "../ui/Icon";
import { opensWhen } from "./opening";
import type { Portal } from "./portal";
import { useFreshDesk } from "./useChannel";

/** "opens tomorrow at 8:00", while the desk is closed and says when it opens. */
export function opensText(desk: Desk): string | undefined {
  const when = opensWhen(desk);
  return when && t("window.opens", { when });
}

/** Under the desk's name: when it is back while nobody can be asked, else how it greets. */
export function DeskLine({ portal, quiet = false }: { portal: Portal; quiet?: boolean }) {
  const desk = portal.desk.value;
  if (!desk || portal.offered.value.length > 0) {
    return quiet ? null : <span dir="auto">{desk?.texts.greeting ?? t("window.hello")}</span>;
  }
  const when = opensWhen(desk);
  return (
    <span class="away-line">
      <Icon name="moon" size="sm" />
      <span class="truncate">{when ? t("window.backAt", { when }) : t("window.nobody")}</span>
    </span>
  );
}

/** In place of the form, where there was nobody from the start. */
export function Nobody({ portal, desk }: { portal: Portal; desk: Desk }) {
  useFreshDesk(portal);
  const when = opensWhen(desk);
  return (
    <div class="widget__body widget__body--pad nobody">
      <Icon name="moon" size="xl" />
      <p class="empty__title">{t("window.nobody")}</p>
      <p class="sub" dir="auto">
        {desk.texts.nobody ?? (when ? t("window.nobodyUntil", { when }) : t("window.nobodyText"))}
      </p>
      {desk.texts.nobody && when && <p class="sub">{t("window.nobodyUntil", { when })}</p>}
    </div>
  );
}

interface AwayNoteProps {
  portal: Portal;
  /** Whoever was chosen was not there any more when the text was sent. */
  gone: boolean | undefined;
}

/** In the form, which keeps its text: the last agent has gone since it was opened. */
export function AwayNote({ portal, gone = false }: AwayNoteProps) {
  const desk = portal.desk.value;
  const others = portal.offered.value.length > 0;
  if (!desk || (others && !gone)) return null;
  const when = opensWhen(desk);
  const soon = when ? t("window.nobodyUntil", { when }) : t("window.nobodyText");
  return (
    <div class="banner banner--warning" role="alert">
      <Icon name="moon" />
      <span>
        {others ? t("window.goneHere") : `${t("window.nobody")}. ${soon}`} {t("window.textStays")}
      </span>
    </div>
  );
}
