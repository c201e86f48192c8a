import type { ComponentChildren, VNode } from 'preact';
import { formatDay } from '../i18n/format.ts';
import { say } from '../i18n/say.ts';
import type { Change, Measure } from '../trend/change.ts';
import type { Series } from '../trend/series.ts';
import card from './card.module.css';
import { TrendChart } from './trend-chart.tsx';
import styles from './trend-figure.module.css';
import { changeWords, valueWords } from './trend-words.ts';

interface TrendFigureProps {
  readonly series: Series;
  /** What its numbers are worth. */
  readonly children: ComponentChildren;
}

/** One measure over visits: the last value, what became of it, the chart, and what must be known about it. */
export function TrendFigure({ series, children }: TrendFigureProps): VNode | null {
  const { measure, points, overall } = series;
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return null;
  return (
    <figure class={styles.figure}>
      <figcaption>
        <h3 class={styles.title}>{say(`trend.measure.${measure}`)}</h3>
        <p class={styles.value}>{valueWords(measure, last)}</p>
        <OverallChange measure={measure} change={overall} since={first.at} />
      </figcaption>
      <TrendChart series={series} />
      <div class={card.small}>{children}</div>
    </figure>
  );
}

interface OverallChangeProps {
  readonly measure: Measure;
  /** Null after one visit. */
  readonly change: Change | null;
  readonly since: number;
}

function OverallChange({ measure, change, since }: OverallChangeProps): VNode {
  if (change === null) return <p class={styles.quiet}>{say('trend.single')}</p>;
  return (
    <p class={change.kind === 'changed' ? styles.changed : styles.quiet}>
      {changeWords(measure, change)}
      {change.kind !== 'unknown' && ` ${say('trend.since', { date: formatDay(since) })}`}
    </p>
  );
}
