import type { VNode } from 'preact';
import { formatDay } from '../i18n/format.ts';
import { say } from '../i18n/say.ts';
import { hashOf } from '../route.ts';
import type { Series } from '../trend/series.ts';
import card from './card.module.css';
import styles from './trend-table.module.css';
import { changeWords, errorWords, unitWords } from './trend-words.ts';

/** The charts in words: each value, what changed since the visit before, and the way to its record. */
export function TrendTable({ series }: { readonly series: readonly Series[] }): VNode {
  return (
    <details class={styles.more}>
      <summary class={card.summary}>{say('trend.table')}</summary>
      {series
        .filter(({ points }) => points.length > 0)
        .map((one) => (
          <MeasureTable key={one.measure} series={one} />
        ))}
    </details>
  );
}

function MeasureTable({ series: { measure, points, changes } }: { readonly series: Series }): VNode {
  return (
    <table class={styles.table}>
      <caption>
        {say(`trend.measure.${measure}`)}, {unitWords(measure)}
      </caption>
      <thead>
        <tr>
          <th scope="col">{say('trend.visit')}</th>
          <th scope="col">{say('trend.value')}</th>
          <th scope="col">{say('trend.change')}</th>
        </tr>
      </thead>
      <tbody>
        {points.map((point, i) => {
          const change = changes[i];
          return (
            <tr key={point.id}>
              <th scope="row">
                <a class={styles.open} href={hashOf({ place: 'examination', id: point.id })}>
                  {formatDay(point.at)}
                </a>
              </th>
              <td class={styles.value}>{errorWords(measure, point)}</td>
              <td>{change ? changeWords(measure, change) : '–'}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
