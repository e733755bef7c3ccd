import { t } from "../i18n";
import { explain } from "../i18n/errors";
import { ApiError } from "../net/api";
import { Icon } from "../ui/Icon";
import { timeOfDay } from "../ui/time";
import { Formatted } from "./Formatted";
import { InternalSign } from "./SystemLine";
import type { Outbox, OutboxItem } from "./outbox";

interface UnsentLineProps {
  item: OutboxItem;
  outbox: Outbox;
  first: boolean;
  live: boolean;
}

/** A message that the server does not have yet. */
export function UnsentLine({ item, outbox, first, live }: UnsentLineProps) {
  const internal = item.visibility === "agents";
  return (
    <li class={`group group--own group--unsent${first ? "" : " group--follow"}`} tabIndex={-1} data-line>
      <div class="group__body">
        <span class="visually-hidden">{t("common.you")}</span>
        <div class={internal ? "msg msg--whisper" : "msg"} dir="auto">
          {internal && <InternalSign />}
          <Formatted text={item.text} />
        </div>
        {item.state === "pending" ? <Pending live={live} /> : <Question item={item} outbox={outbox} />}
      </div>
    </li>
  );
}

function Pending({ live }: { live: boolean }) {
  const text = t(live ? "chat.pending" : "chat.waitingForConnection");
  return (
    <p class="group__receipt" title={text}>
      <Icon name="clock" />
      {text}
    </p>
  );
}

function Question({ item, outbox }: { item: OutboxItem; outbox: Outbox }) {
  const failed = item.state === "failed";
  return (
    <div class="group__question">
      <p class={failed ? "group__receipt group__receipt--failed" : "group__receipt"}>
        <Icon name={failed ? "alert-circle" : "hourglass"} />
        {failed
          ? t("chat.failed", { reason: whyNot(item) })
          : t("chat.asking", { time: timeOfDay(iso(item.at)) })}
      </p>
      <button type="button" class="btn btn--ghost btn--sm" onClick={() => outbox.retry(item.id)}>
        {t(failed ? "chat.tryAgain" : "chat.sendNow")}
      </button>
      <button type="button" class="btn btn--danger-quiet btn--sm" onClick={() => outbox.discard(item.id)}>
        {t("chat.delete")}
      </button>
    </div>
  );
}

export function whyNot(item: OutboxItem): string {
  return explain(new ApiError(0, item.code ?? "internal"));
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
