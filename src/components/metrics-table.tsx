import type { VNode } from 'preact';
import type { InstalledModel } from '../../workers/protocol.ts';
import { say } from '../i18n/say.ts';
import styles from './metrics-table.module.css';

type Metrics = InstalledModel['card']['metrics'];

/** The figures of a card, with their intervals and what they were measured on; scrolls sideways when narrow. */
export function MetricsTable({ metrics }: { readonly metrics: Metrics }): VNode {
  const figure = (value: number): string => value.toFixed(3);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class={styles.scroll} tabIndex={0} aria-label={say('card.metrics')}>
      <table class={styles.table}>
        <thead>
          <tr>
            <th scope="col">{say('card.subject')}</th>
            <th scope="col">{say('card.metric')}</th>
            <th scope="col">{say('card.value')}</th>
            <th scope="col">{say('card.interval')}</th>
            <th scope="col">{say('card.n')}</th>
            <th scope="col">{say('card.dataset')}</th>
          </tr>
        </thead>
        <tbody>
          {metrics.map((row) => (
            <tr key={`${row.dataset} ${row.subject} ${row.metric}`}>
              <th scope="row">{row.subject}</th>
              <td>{row.metric}</td>
              <td class={styles.figure}>{figure(row.value)}</td>
              <td class={styles.figure}>
                {figure(row.interval[0])}–{figure(row.interval[1])}
              </td>
              <td class={styles.figure}>{row.n}</td>
              <td>
                {row.dataset} ({say(`card.kind.${row.pictures}`)})
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
