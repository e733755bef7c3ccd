import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../../shared/i18n";
import { IconButton } from "../../shared/ui/Button";
import { Icon } from "../../shared/ui/Icon";
import { Menu, type MenuItem } from "../../shared/ui/Menu";
import { useDesk } from "../state/desk";
import { detailSections, type SectionName } from "./sections";

/** A part of what is known of somebody. */
export interface Section {
  name: SectionName;
  title: string;
  body: ComponentChildren;
}

/** In the order somebody wants them. `folding` ones can be folded away and moved. */
export function Sections({ sections, folding }: { sections: Section[]; folding: boolean }) {
  const inOrder = detailSections.inOrder(sections);
  if (folding) return <FoldingSections sections={inOrder} />;
  return (
    <>
      {inOrder.map(({ name, title, body }) => (
        <div key={name}>
          <h3>{title}</h3>
          {body}
        </div>
      ))}
    </>
  );
}

function FoldingSections({ sections }: { sections: Section[] }) {
  const { announcements } = useDesk();
  const box = useRef<HTMLDivElement>(null);
  const moved = useRef<SectionName | undefined>(undefined);
  // Whatever changes its place in the page loses the focus.
  useLayoutEffect(() => {
    if (!moved.current) return;
    box.current?.querySelector<HTMLElement>(`[data-order="${moved.current}"]`)?.focus();
    moved.current = undefined;
  });
  const move = (from: number, to: number) => {
    const [section, past] = [sections[from], sections[to]];
    if (!section || !past) return;
    moved.current = section.name;
    detailSections.move(section.name, past.name);
    const place = { title: section.title, place: to + 1, count: sections.length };
    announcements.say(t("details.moved", place));
  };
  const reset = (name: SectionName) => {
    moved.current = name;
    detailSections.reset();
    announcements.say(t("details.reset"));
  };
  return (
    <div ref={box}>
      {sections.map((section, at) => (
        <FoldingSection
          key={section.name}
          section={section}
          up={at > 0 ? () => move(at, at - 1) : undefined}
          down={at < sections.length - 1 ? () => move(at, at + 1) : undefined}
          reset={detailSections.usual.value ? undefined : () => reset(section.name)}
        />
      ))}
    </div>
  );
}

interface FoldingSectionProps extends Steps {
  section: Section;
}

function FoldingSection({ section: { name, title, body }, ...steps }: FoldingSectionProps) {
  const id = useId();
  const folded = detailSections.isFolded(name);
  return (
    <div class="details__section">
      <div class="details__head">
        <h3>
          <button
            class="details__fold"
            type="button"
            aria-expanded={!folded}
            aria-controls={id}
            onClick={() => detailSections.fold(name, !folded)}
          >
            <Icon name={folded ? "chevron-right" : "chevron-down"} size="sm" />
            {title}
          </button>
        </h3>
        <OrderButton name={name} title={title} {...steps} />
      </div>
      <div id={id} hidden={folded}>
        {body}
      </div>
    </div>
  );
}

/** Where a section can go from where it stands. */
interface Steps {
  up: (() => void) | undefined;
  down: (() => void) | undefined;
  reset: (() => void) | undefined;
}

function OrderButton({ name, title, up, down, reset }: Steps & { name: SectionName; title: string }) {
  const open = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  const moves: MenuItem[] = [];
  if (up) moves.push({ label: t("details.up"), choose: up });
  if (down) moves.push({ label: t("details.down"), choose: down });
  const all: MenuItem[] = reset ? [{ label: t("details.usual"), choose: reset }] : [];
  if (moves.length + all.length === 0) return null;
  return (
    <>
      <IconButton
        buttonRef={button}
        icon="more"
        size="sm"
        label={t("details.order", { title })}
        data-order={name}
        aria-haspopup="menu"
        aria-expanded={open.value}
        onClick={() => (open.value = !open.value)}
      />
      {open.value && (
        <Menu
          label={t("details.order", { title })}
          anchor={button}
          groups={[moves, all]}
          onClose={() => (open.value = false)}
        />
      )}
    </>
  );
}

export function Detail({ term, children }: { term: string; children: ComponentChildren }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}
