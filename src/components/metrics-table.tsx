import type { VNode } from 'preact';
import type { InstalledModel } from '../../workers/protocol.ts';
import { say } from '../i18n/say.ts';
import styles from './metrics-table.module.css';

type Metric = InstalledModel['card']['metrics'][number];

/** The figures of a card, with their intervals and what they were measured on; narrow enough for a phone. */
export function MetricsTable({ metrics }: { readonly metrics: readonly Metric[] }): VNode {
  return (
    <table class={styles.table}>
      <thead>
        <tr>
          <th scope="col">{say('card.figure')}</th>
          <th scope="col">{say('card.value')}</th>
          <th scope="col">{say('card.n')}</th>
        </tr>
      </thead>
      <tbody>
        {metrics.map((metric) => (
          <MetricRow key={`${metric.dataset} ${metric.subject} ${metric.metric}`} metric={metric} />
        ))}
      </tbody>
    </table>
  );
}

function MetricRow({
  metric: { subject, metric, dataset, pictures, value, interval, n },
}: {
  metric: Metric;
}): VNode {
  const [low, high] = interval.map((end) => end.toFixed(3));
  return (
    <tr>
      <th scope="row">
        {subject}, {metric}
        <span class={styles.dataset}>
          {dataset} ({say(`card.kind.${pictures}`)})
        </span>
      </th>
      <td class={styles.figure}>
        {value.toFixed(3)}
        <span class={styles.dataset}>
          {low}–{high}
        </span>
      </td>
      <td class={styles.figure}>{n}</td>
    </tr>
  );
}
