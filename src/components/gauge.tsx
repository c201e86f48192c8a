import type { VNode } from 'preact';
import styles from './chart.module.css';
import { Chart, chartWidth } from './chart.tsx';

interface GaugeProps {
  readonly value: number;
  /** Both ends of the scale. */
  readonly scale: readonly [number, number];
  /** The normal band, shaded. */
  readonly band: readonly [number, number];
  /** The text equivalent. */
  readonly label: string;
}

/** A value on a level scale with its normal band. */
export function Gauge({ value, scale, band, label }: GaugeProps): VNode {
  const x = (number: number): number => {
    const share = (number - scale[0]) / (scale[1] - scale[0]);
    return Math.min(1, Math.max(0, share)) * chartWidth;
  };
  return (
    <Chart kind="strip" label={label}>
      <rect class={styles.track} x="0" y="8" width={chartWidth} height="8" rx="4" />
      <rect
        class={styles.band}
        x={x(band[0])}
        y="4"
        width={Math.max(2, x(band[1]) - x(band[0]))}
        height="16"
      />
      <rect
        class={styles.marker}
        x={Math.min(chartWidth - 4, Math.max(0, x(value) - 2))}
        y="0"
        width="4"
        height="24"
        rx="2"
      />
    </Chart>
  );
}
