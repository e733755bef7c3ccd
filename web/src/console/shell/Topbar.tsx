import type { ComponentChildren } from "preact";

export function Topbar({ title, sub }: { title: string; sub?: ComponentChildren }) {
  return (
    <header class="topbar">
      <h1 class="topbar__title">{title}</h1>
      {sub && <span class="muted small truncate">{sub}</span>}
    </header>
  );
}
