import type { ComponentChildren } from "preact";
import { locale, t } from "../../shared/i18n";
import { shortDate } from "../../shared/ui/time";
import type { Visitor } from "./preview";

/** Who asks: company, address, language, the page, and earlier chats. */
export function VisitorDetails({ visitor }: { visitor: Visitor }) {
  const { person, company, email, verified, page, earlier } = visitor;
  return (
    <>
      <Section title={t("preview.visitor")}>
        <dl class="dl">
          {company && <Detail term={t("preview.company")}>{company}</Detail>}
          {email && <Detail term={t("preview.email")}>{email}</Detail>}
          {visitor.locale && <Detail term={t("common.language")}>{languageName(visitor.locale)}</Detail>}
          <Detail term={t("preview.identity")}>
            {verified
              ? t("preview.signedIn")
              : t(person.kind === "public_user" ? "preview.notSignedIn" : "preview.unverified")}
          </Detail>
        </dl>
      </Section>
      {page && (
        <Section title={t("preview.page")}>
          <p class="small">
            <span class="strong">{page.title}</span>
            {page.url && <span class="muted preview__url">{page.url}</span>}
          </p>
        </Section>
      )}
      <Section title={t("preview.history")}>
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
      </Section>
    </>
  );
}

function Section({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div>
      <h3>{title}</h3>
      {children}
    </div>
  );
}

function Detail({ term, children }: { term: string; children: ComponentChildren }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}

function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames(locale.value, { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
