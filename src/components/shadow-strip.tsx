import type { VNode } from 'preact';
import type { ShadowBand } from '../pixels/meters.ts';
import styles from './chart.module.css';
import { Chart } from './chart.tsx';

/** Where shadows run across the sector, from its left edge to its right. */
export function ShadowStrip({ shadows, label }: { shadows: readonly ShadowBand[]; label: string }): VNode {
  return (
    <Chart kind="strip" label={label}>
      <rect class={styles.lit} x="0" y="4" width="200" height="16" rx="4" />
      {shadows.map(({ from, to }) => (
        <rect
          key={from}
          class={styles.dark}
          x={from * 200}
          y="0"
          width={Math.max(2, (to - from) * 200)}
          height="24"
        />
      ))}
    </Chart>
  );
}
