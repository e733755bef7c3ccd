import { formatLocale, t } from "../../shared/i18n";
import { Icon } from "../../shared/ui/Icon";
import { dated, now } from "../../shared/ui/time";
import { Detail } from "../dialogs/DetailSection";
import { languageName } from "../dialogs/VisitorDetails";
import type { CustomerUser } from "./customerUser";

/** What the desk has on record of a customer user. */
export function CustomerInfo({ user }: { user: CustomerUser }) {
  const { customer } = user;
  return (
    <section class="card cu__info" aria-labelledby="customer-info">
      <div class="card__header">
        <h2 class="card__title" id="customer-info">
          {t("customers.info")}
        </h2>
      </div>
      <div class="card__body">
        <dl class="dl">
          <Detail term={t("customers.login")}>
            <bdi>{user.login}</bdi>
          </Detail>
          <Detail term={t("preview.email")}>
            <a class="cu__mail" href={`mailto:${user.email}`}>
              <bdi>{user.email}</bdi>
            </a>
          </Detail>
          <Detail term={t("preview.company")}>
            <bdi>{customer.name}</bdi>
          </Detail>
          {customer.number !== user.email && (
            <Detail term={t("customers.number")}>
              <bdi class="num">{customer.number}</bdi>
            </Detail>
          )}
          <Detail term={t("common.language")}>{languageName(user.locale)}</Detail>
          <Detail term={t("customers.localTime")}>
            <LocalTime zone={user.timeZone} />
          </Detail>
          {user.lastSeenAt && (
            <Detail term={t("customers.lastSeen")}>
              <span class="num">{moment(user.lastSeenAt)}</span>
            </Detail>
          )}
          <Detail term={t("customers.validity")}>
            <Validity valid={user.valid} />
          </Detail>
        </dl>
      </div>
    </section>
  );
}

function LocalTime({ zone }: { zone: string }) {
  const time = new Intl.DateTimeFormat(formatLocale(), {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: zone,
  }).format(now.value);
  return <span class="num">{t("customers.timeIn", { time, zone })}</span>;
}

function moment(at: string): string {
  return dated({ dateStyle: "medium", timeStyle: "short" }).format(new Date(at));
}

function Validity({ valid }: { valid: boolean }) {
  if (!valid) return <span class="badge badge--danger">{t("customers.invalid")}</span>;
  return (
    <span class="badge badge--success">
      <Icon name="check" />
      {t("customers.valid")}
    </span>
  );
}
