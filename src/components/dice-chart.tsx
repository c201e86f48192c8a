import type { VNode } from 'preact';
import { pairName } from '../agreement/figures.ts';
import type { Structure } from '../analysis.ts';
import type { PairAgreement } from '../evaluation/compare-readers.ts';
import { percentile } from '../evaluation/percentile.ts';
import { say } from '../i18n/say.ts';
import chart from './chart.module.css';
import { Chart, chartHeights, chartWidth } from './chart.tsx';
import styles from './dice-chart.module.css';

interface DiceChartProps {
  readonly pair: PairAgreement;
  readonly structure: Structure;
  /** Dice that two people reach, drawn as a line. */
  readonly ceiling: number;
}

const bins = 20;
const height = chartHeights.plot;

/** How many pictures reached which Dice, from 0 to 1, beside what two people reach. */
export function DiceChart({ pair, structure, ceiling }: DiceChartProps): VNode | null {
  const values = pair.pictures
    .flatMap(({ outlines }) => outlines.flatMap((one) => (one.structure === structure ? [one.dice] : [])))
    .sort((a, b) => a - b);
  // A handful of pictures makes no shape: the table and the list say it all.
  if (values.length < 5) return null;
  const label = say('agreement.chart', {
    pair: pairName(pair.readers),
    low: percentile(values, 25).toFixed(2),
    high: percentile(values, 75).toFixed(2),
    lowest: percentile(values, 0).toFixed(2),
    ceiling: ceiling.toFixed(2),
  });
  return (
    <figure class={styles.figure}>
      <Chart kind="plot" label={label}>
        <path class={chart.bar} d={barsOf(values)} />
        <rect class={chart.marker} x={ceiling * chartWidth - 0.5} y="0" width="1" height={height} />
      </Chart>
      <div class={styles.axis} aria-hidden="true">
        <span>0</span>
        <span>0.5</span>
        <span>1</span>
      </div>
      <figcaption class={styles.caption}>{label}</figcaption>
    </figure>
  );
}

/** Heights by square root, so that the few bad pictures stay visible. */
function barsOf(values: readonly number[]): string {
  const counts = new Array<number>(bins).fill(0);
  for (const value of values) {
    const bin = Math.min(bins - 1, Math.floor(value * bins));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const top = Math.sqrt(Math.max(...counts));
  const step = chartWidth / bins;
  return counts
    .map((count, i) => {
      const bar = ((Math.sqrt(count) / top) * (height - 4)).toFixed(1);
      return `M${i * step} ${height}v-${bar}h${step - 1}v${bar}z`;
    })
    .join('');
}
