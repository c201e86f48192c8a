import type { VNode } from 'preact';
import styles from './chart.module.css';
import { Chart, chartHeights } from './chart.tsx';

interface CurveProps {
  /** Values of 0–100; null leaves a gap. */
  readonly values: readonly (number | null)[];
  /** The normal band, level across. */
  readonly band: readonly [number, number];
  readonly label: string;
}

const height = chartHeights.plot;

/** A line of values over depth, shallow on the left. */
export function Curve({ values, band, label }: CurveProps): VNode {
  const y = (value: number): number => height - (value / 100) * height;
  const points = values
    .map((value, i) => (value === null ? null : `${(i / (values.length - 1)) * 200},${y(value).toFixed(1)}`))
    .filter((point) => point !== null);
  return (
    <Chart kind="plot" label={label}>
      <rect class={styles.band} x="0" y={y(band[1])} width="200" height={y(band[0]) - y(band[1])} />
      <polyline class={styles.line} points={points.join(' ')} vector-effect="non-scaling-stroke" />
    </Chart>
  );
}
