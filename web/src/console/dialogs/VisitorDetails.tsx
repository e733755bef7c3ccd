import { locale, t } from "../../shared/i18n";
import { shortDate } from "../../shared/ui/time";
import { Detail, DetailSection } from "./DetailSection";
import { PageContext, Unverified, Verified } from "./PageContext";
import type { Visitor } from "./preview";

/** Who asks: company, address, language, the page and what it tells, and earlier chats. */
export function VisitorDetails({ visitor, folding = false }: { visitor: Visitor; folding?: boolean }) {
  const { company, customer, email, page, earlier } = visitor;
  return (
    <>
      <DetailSection name="visitor" title={t("preview.visitor")} folding={folding}>
        <dl class="dl">
          {(company ?? customer) && <Detail term={t("preview.company")}>{company ?? customer}</Detail>}
          {email && (
            <Detail term={t("preview.email")}>
              {email} {!visitor.emailVerified && <Unverified />}
            </Detail>
          )}
          {visitor.locale && <Detail term={t("common.language")}>{languageName(visitor.locale)}</Detail>}
          <Detail term={t("preview.identity")}>
            <Identity visitor={visitor} />
          </Detail>
        </dl>
      </DetailSection>
      {page && (
        <DetailSection name="page" title={t("preview.page")} folding={folding}>
          <p class="small">
            <span class="strong">{page.title}</span>
            {page.url && <span class="muted preview__url">{page.url}</span>}
          </p>
          <Unverified />
        </DetailSection>
      )}
      <PageContext visitor={visitor} folding={folding} />
      <DetailSection name="history" title={t("preview.history")} folding={folding}>
        {earlier.length === 0 ? (
          <p class="small muted">{t("preview.noHistory")}</p>
        ) : (
          <ul class="mini">
            {earlier.map((chat) => (
              <li key={chat.id}>
                <span class="num muted">{shortDate(chat.createdAt)}</span>
                <span class="truncate">
                  {chat.with
                    ? t("preview.chatWith", { name: chat.with })
                    : t("preview.chatIn", { channel: chat.channel })}
                </span>
              </li>
            ))}
          </ul>
        )}
      </DetailSection>
    </>
  );
}

/** By whose word the visitor is who he says he is. */
function Identity({ visitor: { person, verified } }: { visitor: Visitor }) {
  if (person.kind !== "public_user") return <>{t(verified ? "preview.signedIn" : "preview.unverified")}</>;
  if (verified) return <Verified />;
  return (
    <>
      {t("preview.notSignedIn")} <Unverified />
    </>
  );
}

export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames(locale.value, { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
