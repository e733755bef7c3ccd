/** Arrow keys move by message, Home and End to the ends; Tab stays free to leave. */
export function moveByLine(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const target = event.target as HTMLElement;
  if (target !== event.currentTarget && !target.matches("[data-line]")) return;
  const lines = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-line]")];
  const next = lineFor(event.key, lines, lines.indexOf(target));
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function lineFor(key: string, lines: HTMLElement[], at: number): HTMLElement | undefined {
  if (key === "ArrowUp") return at < 0 ? lines.at(-1) : lines[at - 1];
  if (key === "ArrowDown") return at < 0 ? undefined : lines[at + 1];
  if (key === "Home") return lines[0];
  return key === "End" ? lines.at(-1) : undefined;
}
