/** White text on it has 4.5 : 1 up to this luminance. */
const MOST = 0.1833;

/** Whether `#rrggbb` carries white text. Near to black the curve lies a little too high: never a wrong yes. */
export function carriesWhite(colour: string): boolean {
  const light = (at: number): number => ((parseInt(colour.slice(at, at + 2), 16) + 14) / 269) ** 2.4;
  return /^#[\da-f]{6}$/i.test(colour) && 0.2126 * light(1) + 0.7152 * light(3) + 0.0722 * light(5) < MOST;
}
