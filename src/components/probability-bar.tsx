import type { VNode } from 'preact';
import type { LabelReading } from '../analysis.ts';
import { formatProbability, formatShare } from '../i18n/format.ts';
import { say } from '../i18n/say.ts';
import styles from './probability-bar.module.css';

interface ProbabilityBarProps {
  readonly reading: Pick<LabelReading, 'probability' | 'threshold'>;
  /** What the bar shows, for those who do not see it. */
  readonly name: string;
  readonly tone: 'quiet' | 'accent' | 'good';
}

/** A probability as a bar, with the mark from which its label counts. */
export function ProbabilityBar({
  reading: { probability, threshold },
  name,
  tone,
}: ProbabilityBarProps): VNode {
  const percent = formatProbability(probability);
  return (
    <svg
      class={`${styles.scale} ${styles[tone]}`}
      viewBox="0 0 100 12"
      preserveAspectRatio="none"
      role="img"
      aria-label={say('result.probability', { label: name, percent, threshold: formatShare(threshold) })}
    >
      <rect class={styles.track} x="0" y="3" width="100" height="6" />
      <rect class={styles.fill} x="0" y="3" width={probability * 100} height="6" />
      <rect class={styles.mark} x={threshold * 100 - 0.4} y="0" width="0.8" height="12" />
    </svg>
  );
}
