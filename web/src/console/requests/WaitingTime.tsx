import { t } from "../../shared/i18n";
import { Icon } from "../../shared/ui/Icon";
import { elapsed, now } from "../../shared/ui/time";
import { waitLevel } from "./waitLevel";

const looks = {
  calm: { class: "wait", icon: "clock" },
  warn: { class: "wait wait--warn", icon: "hourglass" },
  over: { class: "wait wait--over", icon: "alert" },
} as const;

/** Ticks every second; drawing and colour change with how long it has been. */
export function WaitingTime({ since, words = false }: { since: string; words?: boolean }) {
  const look = looks[waitLevel(since, now.value)];
  const time = elapsed(since, now.value);
  return (
    <span class={look.class}>
      <Icon name={look.icon} />
      <span>{words ? t("request.waitingFor", { time }) : time}</span>
    </span>
  );
}
