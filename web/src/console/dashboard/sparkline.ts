const WIDTH = 108;
const HEIGHT = 40;
const MARGIN = 4;

export interface Drawn {
  line: string;
  area: string;
  x: number;
  y: number;
}

/** The path of the values in a box of 108 by 40; nothing below two of them. */
export function sparkline(values: readonly number[]): Drawn | undefined {
  if (values.length < 2) return undefined;
  const most = Math.max(...values);
  const least = Math.min(...values);
  const step = (WIDTH - 2 * MARGIN) / (values.length - 1);
  const points = values.map((value, index) => {
    const height = most === least ? 0.5 : (value - least) / (most - least);
    return { x: round(MARGIN + index * step), y: round(HEIGHT - MARGIN - height * (HEIGHT - 2 * MARGIN)) };
  });
  const line = points.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${x} ${y}`).join("");
  const last = points[points.length - 1] ?? { x: 0, y: 0 };
  return { line, area: `${line}L${last.x} ${HEIGHT}L${MARGIN} ${HEIGHT}Z`, ...last };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
