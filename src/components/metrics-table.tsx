import type { VNode } from 'preact';
import type { InstalledModel } from '../../workers/protocol.ts';
import { say } from '../i18n/say.ts';
import card from './card.module.css';
import styles from './metrics-table.module.css';

type Card = InstalledModel['card'];
type Metric = Card['metrics'][number] & Partial<Pick<NonNullable<Card['robustness']>[number], 'change'>>;

/** The figures of a card by what they are about, folded but for the first: a card holds many. */
export function MetricGroups({ metrics }: { readonly metrics: readonly Metric[] }): VNode {
  const subjects = [...new Set(metrics.map(({ subject }) => subject))];
  const groups = subjects.map(
    (subject) => [subject, metrics.filter((one) => one.subject === subject)] as const,
  );
  return (
    <>
      {groups.map(([subject, group], index) => (
        <details key={subject} class={styles.group} open={index === 0}>
          <summary class={card.summary}>
            {subject} ({group.length})
          </summary>
          <MetricsTable metrics={group} />
        </details>
      ))}
    </>
  );
}

/** Figures with their intervals and what they were measured on; narrow enough for a phone. */
function MetricsTable({ metrics }: { readonly metrics: readonly Metric[] }): VNode {
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
          <MetricRow key={`${metric.dataset} ${metric.metric} ${metric.change ?? ''}`} metric={metric} />
        ))}
      </tbody>
    </table>
  );
}

function MetricRow({
  metric: { metric, change, dataset, pictures, value, interval, n },
}: {
  metric: Metric;
}): VNode {
  const [low, high] = interval.map((end) => end.toFixed(3));
  return (
    <tr>
      <th scope="row">
        {change === undefined ? metric : `${change}: ${metric}`}
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
