import type { VNode } from 'preact';
import type { LabelReading } from '../analysis.ts';
import { formatProbability, formatShare } from '../i18n/format.ts';
import { say } from '../i18n/say.ts';
import styles from './probability-bar.module.css';

type BarTone = 'quiet' | 'accent' | 'good' | 'fault';

interface ProbabilityBarProps {
  readonly reading: Pick<LabelReading, 'probability' | 'threshold'>;
  /** What the bar shows, for those who do not see it. */
  readonly name: string;
  readonly tone: BarTone;
}

/** A probability as a bar, with the mark from which its label counts. */
export function ProbabilityBar({ reading, name, tone }: ProbabilityBarProps): VNode {
  const percent = formatProbability(reading.probability);
  const threshold = formatShare(reading.threshold);
  return (
    <Scale
      reading={reading}
      tone={tone}
      label={say('result.probability', { label: name, percent, threshold })}
    />
  );
}

interface ScaleProps {
  readonly reading: ProbabilityBarProps['reading'];
  readonly tone: BarTone;
  readonly label: string;
  /** Between these two it is too close to call. */
  readonly band?: readonly [low: number, high: number];
}

/** The bar itself, under words of the caller's. */
export function Scale({ reading: { probability, threshold }, tone, label, band }: ScaleProps): VNode {
  return (
    <svg
      class={`${styles.scale} ${styles[tone]}`}
      viewBox="0 0 100 12"
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <rect class={styles.track} x="0" y="3" width="100" height="6" />
      {band && (
        <rect class={styles.band} x={band[0] * 100} y="0" width={(band[1] - band[0]) * 100} height="12" />
      )}
      <rect class={styles.fill} x="0" y="3" width={probability * 100} height="6" />
      <rect class={styles.mark} x={threshold * 100 - 0.4} y="0" width="0.8" height="12" />
    </svg>
  );
}
