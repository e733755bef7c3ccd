import { signal } from "@preact/signals";
import { t } from "../i18n";
import { Button, IconButton } from "../ui/Button";
import { Icon } from "../ui/Icon";
import { allowNotices, permission } from "./notices";
import type { Portal } from "./portal";

const KEY = "parley.notices";
const declined = signal(readDeclined());

/** Says what for before the browser asks; the question comes only on the click. Declined once, it does not come back. */
export function NoticeOffer({ portal }: { portal: Portal }) {
  if (permission.value !== "default" || declined.value) return null;
  const allow = async (): Promise<void> => {
    await allowNotices();
    portal.announcements.say(t(permission.value === "granted" ? "chat.noticesOn" : "chat.noticesOff"));
  };
  return (
    <div class="notice-offer">
      <Icon name="bell" />
      <p>{t("chat.noticesOffer")}</p>
      <Button kind="soft" size="sm" onClick={() => void allow()}>
        {t("chat.noticesAllow")}
      </Button>
      <IconButton icon="x" label={t("chat.noticesDecline")} onClick={decline} />
    </div>
  );
}

function readDeclined(): boolean {
  try {
    return localStorage.getItem(KEY) === "declined";
  } catch {
    return false;
  }
}

function decline(): void {
  declined.value = true;
  try {
    localStorage.setItem(KEY, "declined");
  } catch {
    // Without storage it lasts as long as the page.
  }
}
