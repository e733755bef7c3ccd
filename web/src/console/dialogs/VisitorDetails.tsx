import { locale, t } from "../../shared/i18n";
import { shortDate } from "../../shared/ui/time";
import { Detail, Sections, type Section } from "./DetailSection";
import { pageContext, Unverified, Verified } from "./PageContext";
import type { Visitor } from "./preview";

/** Who asks: company, address, language, the page and what it tells, and earlier chats. */
export function VisitorDetails({ visitor, folding = false }: { visitor: Visitor; folding?: boolean }) {
  const { page, earlier } = visitor;
  const sections: Section[] = [
    { name: "visitor", title: t("preview.visitor"), body: <Who visitor={visitor} /> },
    ...pageContext(visitor),
    { name: "history", title: t("preview.history"), body: <Earlier chats={earlier} /> },
  ];
  if (page) sections.push({ name: "page", title: t("preview.page"), body: <Page page={page} /> });
  return <Sections sections={sections} folding={folding} />;
}

function Who({ visitor }: { visitor: Visitor }) {
  const { company, customer, email } = visitor;
  return (
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
  );
}

function Page({ page }: { page: NonNullable<Visitor["page"]> }) {
  return (
    <>
      <p class="small">
        <span class="strong">{page.title}</span>
        {page.url && <span class="muted preview__url">{page.url}</span>}
      </p>
      <Unverified />
    </>
  );
}

function Earlier({ chats }: { chats: Visitor["earlier"] }) {
  if (chats.length === 0) return <p class="small muted">{t("preview.noHistory")}</p>;
  return (
    <ul class="mini">
      {chats.map((chat) => (
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
