import type { VNode } from 'preact';
import type { Curve, Operation } from '../findings/roc.ts';
import { formatShare } from '../i18n/format.ts';
import { say } from '../i18n/say.ts';
import styles from './roc-curve.module.css';

interface RocCurveProps {
  readonly curve: Curve;
  readonly point: Operation;
}

/** Sensitivity over 1 − specificity, with the chosen point and its intervals; the diagonal is guessing. */
export function RocCurve({ curve, point: { sensitivity, specificity } }: RocCurveProps): VNode {
  const [x, y] = [100 * (1 - specificity.value), 100 * (1 - sensitivity.value)];
  const [right, left] = specificity.interval.map((end) => 100 * (1 - end));
  const [bottom, top] = sensitivity.interval.map((end) => 100 * (1 - end));
  const line = curve.points.map(([, hit, spared]) => `${100 * (1 - spared)},${100 * (1 - hit)}`).join(' ');
  return (
    <figure class={styles.curve}>
      <svg
        viewBox="-4 -4 108 108"
        role="img"
        aria-label={say('point.curve', {
          sensitivity: formatShare(sensitivity.value),
          specificity: formatShare(specificity.value),
        })}
      >
        <rect class={styles.frame} x="0" y="0" width="100" height="100" />
        <line class={styles.guess} x1="0" y1="100" x2="100" y2="0" />
        <polyline class={styles.line} points={line} />
        <line class={styles.range} x1={x} x2={x} y1={top} y2={bottom} />
        <line class={styles.range} x1={left} x2={right} y1={y} y2={y} />
        <circle class={styles.point} cx={x} cy={y} r="4" />
      </svg>
      <figcaption class={styles.axes} aria-hidden="true">
        <span class={styles.up}>{say('point.curve.y')}</span>
        <span>{say('point.curve.x')}</span>
      </figcaption>
    </figure>
  );
}
