import { sparkline } from "./sparkline";

interface SparklineProps {
  values: readonly number[];
  /** What it shows, in words. */
  label: string;
}

/** How a figure went in the last hour. Drawn only when there is something to compare. */
export function Sparkline({ values, label }: SparklineProps) {
  const drawn = sparkline(values);
  if (!drawn) return null;
  return (
    <svg class="spark" viewBox="0 0 108 40" role="img" aria-label={label}>
      <path class="spark__area" d={drawn.area} />
      <path class="spark__line" d={drawn.line} />
      <circle class="spark__now" cx={drawn.x} cy={drawn.y} r="2.6" />
    </svg>
  );
}
