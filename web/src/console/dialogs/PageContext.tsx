import { t } from "../../shared/i18n";
import type { Fact } from "../../shared/net/visitor";
import { Icon } from "../../shared/ui/Icon";
import { timeOrDay } from "../../shared/ui/time";
import { Detail, type Section } from "./DetailSection";
import type { Visitor } from "./preview";

const MOST_SHOWN = 8;

/** Said where nobody vouches for what stands beside it. */
export function Unverified() {
  return <span class="badge badge--warning">{t("preview.unverified")}</span>;
}

/** Said where the page's server vouches for it. */
export function Verified() {
  return (
    <span class="badge badge--success">
      <Icon name="shield" />
      {t("preview.verified")}
    </span>
  );
}

/** What the page around the visitor has told of him, as far as it has told anything. */
export function pageContext(visitor: Visitor): Section[] {
  const { attributes, tags, pages, events } = visitor;
  const sections: Section[] = [];
  if (attributes.length > 0 || tags.length > 0) {
    const body = <Attributes visitor={visitor} />;
    sections.push({ name: "attributes", title: t("preview.attributes"), body });
  }
  if (pages.length > 1) {
    const steps = pages.map(({ at, title, url }) => ({ at, text: title ?? url ?? "", hint: url }));
    sections.push({ name: "pages", title: t("preview.pages"), body: <Steps steps={steps} /> });
  }
  if (events.length > 0) {
    const steps = events.map(({ at, name, data }) => ({ at, text: name, hint: described(data) }));
    sections.push({ name: "events", title: t("preview.events"), body: <Steps steps={steps} /> });
  }
  return sections;
}

function Attributes({ visitor: { attributes, tags } }: { visitor: Visitor }) {
  return (
    <dl class="dl">
      {attributes.map(({ name, value, verified }) => (
        <Detail key={name} term={name}>
          <span dir="auto">{shown(value)}</span> {verified ? <Verified /> : <Unverified />}
        </Detail>
      ))}
      {tags.length > 0 && (
        <Detail term={t("preview.tags")}>
          {tags.map((tag) => (
            <span key={tag} class="badge badge--outline" dir="auto">
              {tag}
            </span>
          ))}{" "}
          <Unverified />
        </Detail>
      )}
    </dl>
  );
}

interface Step {
  at: string;
  text: string;
  hint: string | undefined;
}

/** The newest first. */
function Steps({ steps }: { steps: Step[] }) {
  return (
    <>
      <ul class="mini">
        {steps
          .slice(-MOST_SHOWN)
          .reverse()
          .map((step, index) => (
            <li key={index} title={step.hint}>
              <span class="num muted">{timeOrDay(step.at)}</span>
              <span class="truncate" dir="auto">
                {step.text}
              </span>
            </li>
          ))}
      </ul>
      <Unverified />
    </>
  );
}

function shown(value: Fact): string {
  if (typeof value === "boolean") return t(value ? "preview.yes" : "preview.no");
  return String(value);
}

function described(data: Record<string, Fact>): string | undefined {
  const words = Object.entries(data).map(([name, value]) => `${name}: ${shown(value)}`);
  return words.length > 0 ? words.join(", ") : undefined;
}
