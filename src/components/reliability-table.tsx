import type { VNode } from 'preact';
import type { InstalledModel } from '../../workers/protocol.ts';
import { formatShare } from '../i18n/format.ts';
import { say } from '../i18n/say.ts';
import card from './card.module.css';
import styles from './metrics-table.module.css';

type Reliability = NonNullable<InstalledModel['card']['reliability']>[number];

/** Whether a probability means what it says: how often a label held among pictures that were given it. */
export function ReliabilityTable({ entry }: { readonly entry: Reliability }): VNode {
  const { subject, dataset, pictures, bins } = entry;
  return (
    <details class={styles.group}>
      <summary class={card.summary}>{subject}</summary>
      <p class={card.small}>
        {dataset} ({say(`card.kind.${pictures}`)})
      </p>
      <table class={styles.table}>
        <thead>
          <tr>
            <th scope="col">{say('card.said')}</th>
            <th scope="col">{say('card.seen')}</th>
            <th scope="col">{say('card.n')}</th>
          </tr>
        </thead>
        <tbody>
          {bins
            .filter(({ n }) => n > 0)
            .map(({ low, n, said, seen }) => (
              <tr key={low}>
                <th scope="row" class={styles.figure}>
                  {formatShare(said)}
                </th>
                <td class={styles.figure}>{formatShare(seen)}</td>
                <td class={styles.figure}>{n}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </details>
  );
}
