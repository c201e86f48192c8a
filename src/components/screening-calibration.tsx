import type { VNode } from 'preact';
import { reliabilityOf } from '../findings/reliability.ts';
import type { Judged } from '../findings/roc.ts';
import { formatShare } from '../i18n/format.ts';
import { say } from '../i18n/say.ts';
import card from './card.module.css';
import table from './metrics-table.module.css';

/** How often a finding was there among pictures that were given a probability, by tenths. */
export function ScreeningCalibration({ judged }: { readonly judged: readonly Judged[] }): VNode {
  return (
    <details class={card.card}>
      <summary class={card.summary}>{say('screening.calibration')}</summary>
      <table class={table.table}>
        <thead>
          <tr>
            {(['said', 'seen', 'n'] as const).map((column) => (
              <th key={column} scope="col">
                {say(`screening.calibration.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {reliabilityOf(judged).map(({ low, said, seen, n }) => (
            <tr key={low}>
              <th scope="row" class={table.figure}>
                {formatShare(said)}
              </th>
              <td class={table.figure}>{formatShare(seen)}</td>
              <td class={table.figure}>{n}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
