import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import type { EvaluatedFinding } from '../evaluated-set.ts';
import type { Interval } from '../evaluation/bootstrap.ts';
import { proportionOf } from '../evaluation/wilson.ts';
import { areaUnder, curveOf, operateAt } from '../findings/roc.ts';
import { formatShare } from '../i18n/format.ts';
import { say } from '../i18n/say.ts';
import card from './card.module.css';
import table from './metrics-table.module.css';
import { RocCurve } from './roc-curve.tsx';
import styles from './screening.module.css';

/** With fewer pictures of one kind the intervals say little. */
const few = 20;

/** How well a finding is told on a person's own pictures: curve, area, sensitivity and specificity. */
export function ScreeningFigures({ evaluated }: { readonly evaluated: EvaluatedFinding }): VNode {
  const { judged, threshold } = evaluated;
  const curve = useMemo(() => curveOf(judged), [judged]);
  const area = useMemo(() => areaUnder(judged), [judged]);
  const { positives, negatives } = curve;
  const n = judged.length;
  const point = operateAt(curve, threshold);
  const prevalence = say('screening.prevalence.value', {
    count: positives,
    n,
    share: formatShare(positives / n),
  });
  return (
    <section class={card.card}>
      <h2>{say('screening.figures')}</h2>
      <div class={styles.figures}>
        {area && <RocCurve curve={curve} point={point} />}
        <table class={table.table}>
          <tbody>
            <Row
              name={say('screening.prevalence')}
              value={prevalence}
              ends={proportionOf(positives, n).interval.map(formatShare)}
            />
            {area && (
              <Row
                name={say('screening.auc')}
                value={area.value.toFixed(2)}
                ends={area.interval?.map(twoDigits)}
              />
            )}
            {positives > 0 && (
              <Row
                name={say('screening.sensitivity')}
                value={formatShare(point.sensitivity.value)}
                ends={point.sensitivity.interval.map(formatShare)}
              />
            )}
            {negatives > 0 && (
              <Row
                name={say('screening.specificity')}
                value={formatShare(point.specificity.value)}
                ends={point.specificity.interval.map(formatShare)}
              />
            )}
          </tbody>
        </table>
      </div>
      {area === null && <p>{say('screening.one-sided', { n })}</p>}
      {area !== null && Math.min(positives, negatives) < few && <p>{say('screening.few')}</p>}
      <p class={card.small}>
        {say('screening.at', { threshold: formatShare(threshold) })} {say('screening.auc.how')}
      </p>
    </section>
  );
}

interface RowProps {
  readonly name: string;
  readonly value: string;
  readonly ends: readonly string[] | undefined;
}

function Row({ name, value, ends }: RowProps): VNode {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td class={table.figure}>
        {value}
        {ends && (
          <span class={table.dataset}>
            {say('screening.interval', { low: ends[0] ?? '', high: ends[1] ?? '' })}
          </span>
        )}
      </td>
    </tr>
  );
}

function twoDigits(value: Interval[number]): string {
  return value.toFixed(2);
}
