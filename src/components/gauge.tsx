import type { VNode } from 'preact';
import styles from './chart.module.css';

interface GaugeProps {
  readonly value: number;
  /** Both ends of the scale. */
  readonly scale: readonly [number, number];
  /** The normal band, shaded. */
  readonly band: readonly [number, number];
  /** The text equivalent. */
  readonly label: string;
}

const width = 200;

/** A value on a level scale with its normal band. */
export function Gauge({ value, scale, band, label }: GaugeProps): VNode {
  const x = (number: number): number => {
    const share = (number - scale[0]) / (scale[1] - scale[0]);
    return Math.min(1, Math.max(0, share)) * width;
  };
  return (
    <svg
      class={styles.gauge}
      viewBox={`0 0 ${width} 24`}
      role="img"
      aria-label={label}
      preserveAspectRatio="none"
    >
      <rect class={styles.track} x="0" y="8" width={width} height="8" rx="4" />
      <rect
        class={styles.band}
        x={x(band[0])}
        y="4"
        width={Math.max(2, x(band[1]) - x(band[0]))}
        height="16"
      />
      <rect
        class={styles.marker}
        x={Math.min(width - 4, Math.max(0, x(value) - 2))}
        y="0"
        width="4"
        height="24"
        rx="2"
      />
    </svg>
  );
}
