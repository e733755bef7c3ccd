import type { ComponentChildren } from "preact";

const FOLDED = "parley.details.folded";

interface SectionProps {
  name: string;
  title: string;
  folding: boolean;
  children: ComponentChildren;
}

/** A part of what is known of somebody. */
export function DetailSection({ name, title, folding, children }: SectionProps) {
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

export function Detail({ term, children }: { term: string; children: ComponentChildren }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}
