import type { VNode } from 'preact';
import styles from './chart.module.css';
import { Chart, chartHeights } from './chart.tsx';

interface HistogramProps {
  /** Share of pixels in each bin, dark to bright. */
  readonly shares: readonly number[];
  /** The normal band of the mean, per cent of full scale. */
  readonly band: readonly [number, number];
  /** The mean, per cent of full scale. */
  readonly mean: number;
  readonly label: string;
}

const height = chartHeights.plot;

/** Bars of the grey levels with the mean marked; heights by square root, so that small shares stay visible. */
export function Histogram({ shares, band, mean, label }: HistogramProps): VNode {
  const top = Math.sqrt(Math.max(...shares, 1e-6));
  const step = 200 / shares.length;
  const bars = shares.map((share, i) => {
    const bar = (Math.sqrt(share) / top) * (height - 4);
    return `M${i * step} ${height}v${-bar.toFixed(1)}h${step - 1}v${bar.toFixed(1)}z`;
  });
  return (
    <Chart kind="plot" label={label}>
      <rect class={styles.band} x={band[0] * 2} y="0" width={(band[1] - band[0]) * 2} height={height} />
      <path class={styles.bar} d={bars.join('')} />
      <rect class={styles.marker} x={mean * 2 - 1} y="0" width="2" height={height} />
    </Chart>
  );
}
