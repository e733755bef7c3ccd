import type { ComponentChildren } from "preact";
import { locale, t } from "../../shared/i18n";
import { shortDate } from "../../shared/ui/time";
import type { Visitor } from "./preview";

const FOLDED = "parley.details.folded";

/** Who asks: company, address, language, the page, and earlier chats. */
export function VisitorDetails({ visitor, folding = false }: { visitor: Visitor; folding?: boolean }) {
  const { person, company, email, verified, page, earlier } = visitor;
  return (
    <>
      <Section name="visitor" title={t("preview.visitor")} folding={folding}>
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
        <Section name="page" title={t("preview.page")} folding={folding}>
          <p class="small">
            <span class="strong">{page.title}</span>
            {page.url && <span class="muted preview__url">{page.url}</span>}
          </p>
        </Section>
      )}
      <Section name="history" title={t("preview.history")} folding={folding}>
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

interface SectionProps {
  name: string;
  title: string;
  folding: boolean;
  children: ComponentChildren;
}

function Section({ name, title, folding, children }: SectionProps) {
  if (!folding) {
    return (
      <div>
        <h3>{title}</h3>
        {children}
      </div>
    );
  }
  return (
    <details
      class="details__section"
      open={!foldedSections().includes(name)}
      onToggle={(event) => keepFolded(name, !event.currentTarget.open)}
    >
      <summary>
        <h3>{title}</h3>
      </summary>
      {children}
    </details>
  );
}

/** Which sections somebody has folded away stays so, in this browser. */
function foldedSections(): string[] {
  try {
    return (localStorage.getItem(FOLDED) ?? "").split(" ").filter(Boolean);
  } catch {
    return [];
  }
}

function keepFolded(name: string, folded: boolean): void {
  const others = foldedSections().filter((each) => each !== name);
  try {
    localStorage.setItem(FOLDED, (folded ? [...others, name] : others).join(" "));
  } catch {
    // Without storage it lasts as long as the page.
  }
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
