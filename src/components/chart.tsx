import type { ComponentChildren, VNode } from 'preact';
import styles from './chart.module.css';

/** Every chart is drawn this wide and stretched to its card. */
export const chartWidth = 200;

interface ChartProps {
  /** `plot` for curves and histograms, 56 high; `strip` for a single scale, 24 high. */
  readonly kind: 'plot' | 'strip';
  /** The text equivalent. */
  readonly label: string;
  readonly children: ComponentChildren;
}

/** Height of a chart in its own units, which are pixels. */
export const chartHeights = { plot: 56, strip: 24 } as const;

/** The frame of a small chart: one picture to a screen reader, with its text. */
export function Chart({ kind, label, children }: ChartProps): VNode {
  return (
    <svg
      class={styles[kind]}
      viewBox={`0 0 ${chartWidth} ${chartHeights[kind]}`}
      role="img"
      aria-label={label}
      preserveAspectRatio="none"
    >
      {children}
    </svg>
  );
}
