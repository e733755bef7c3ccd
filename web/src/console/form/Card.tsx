import type { ComponentChildren } from "preact";
import "./settings.css";

interface CardProps {
  id: string;
  title: string;
  tools?: ComponentChildren;
  children: ComponentChildren;
}

/** What belongs together on a page of settings. */
export function Card({ id, title, tools, children }: CardProps) {
  return (
    <section class="card" id={id} aria-labelledby={`${id}-title`}>
      <div class="card__header">
        <h2 class="card__title" id={`${id}-title`}>
          {title}
        </h2>
        {tools && <span class="push">{tools}</span>}
      </div>
      <div class="card__body">{children}</div>
    </section>
  );
}
