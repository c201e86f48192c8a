import type { VNode } from 'preact';
import type { OperatingCurve, OperatingPoint } from '../findings/operating-point.ts';
import { formatShare } from '../i18n/format.ts';
import { say } from '../i18n/say.ts';
import styles from './roc-curve.module.css';

interface RocCurveProps {
  readonly curve: OperatingCurve;
  readonly point: OperatingPoint;
}

/** Sensitivity over 1 − specificity, with the chosen point and its intervals; the diagonal is guessing. */
export function RocCurve({ curve, point: { sensitivity, specificity } }: RocCurveProps): VNode {
  const [x, y] = [100 * (1 - specificity.value), 100 * (1 - sensitivity.value)];
  const line = curve.points.map(([, hit, left]) => `${100 * (1 - left)},${100 * (1 - hit)}`).join(' ');
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
        <line
          class={styles.range}
          x1={x}
          x2={x}
          y1={100 * (1 - sensitivity.low)}
          y2={100 * (1 - sensitivity.high)}
        />
        <line
          class={styles.range}
          y1={y}
          y2={y}
          x1={100 * (1 - specificity.low)}
          x2={100 * (1 - specificity.high)}
        />
        <circle class={styles.point} cx={x} cy={y} r="4" />
      </svg>
      <figcaption class={styles.axes} aria-hidden="true">
        <span class={styles.up}>{say('point.curve.y')}</span>
        <span>{say('point.curve.x')}</span>
      </figcaption>
    </figure>
  );
}
