const ICON = "M4.5 21V11a7.5 7.5 0 1 1 7.5 7.5H9.8z";
const MOST_SHOWN = 99;

let plain: string | undefined;

/** The number on the tab's icon, and on the app's where the console is installed. */
export function showBadge(count: number): void {
  const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  if (!link) return;
  plain ??= link.href;
  link.href = count > 0 ? `data:image/svg+xml,${encodeURIComponent(drawn(count))}` : plain;
  const badge = count > 0 ? navigator.setAppBadge?.(count) : navigator.clearAppBadge?.();
  // A browser that does not show it does without.
  badge?.catch(() => undefined);
}

export function drawn(count: number): string {
  const text = count > MOST_SHOWN ? `${MOST_SHOWN}+` : `${count}`;
  const size = text.length > 2 ? 8 : 10;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="${ICON}" fill="#0f766e"/>` +
    `<circle cx="16" cy="8" r="8" fill="#c5221f"/>` +
    `<text x="16" y="11.5" font-family="sans-serif" font-size="${size}" font-weight="700" text-anchor="middle" fill="#fff">` +
    `${text}</text></svg>`
  );
}
