import type { VNode } from 'preact';
import type { LabelReading } from '../analysis.ts';
import { formatProbability, formatShare } from '../i18n/format.ts';
import { say } from '../i18n/say.ts';
import card from './card.module.css';
import styles from './label-bars.module.css';

/** The probability of each label as a bar, with the mark from which it counts. */
export function LabelBars({ labels }: { readonly labels: readonly LabelReading[] }): VNode {
  return (
    <section class={card.card}>
      <h2>{say('result.labels')}</h2>
      <ul class={styles.bars}>
        {labels.map((reading) => (
          <LabelBar key={reading.label} reading={reading} />
        ))}
      </ul>
      <p class={card.small}>{say('result.labels.more')}</p>
    </section>
  );
}

function LabelBar({ reading: { label, probability, threshold } }: { readonly reading: LabelReading }): VNode {
  const name = say(`verdict.${label}`);
  const percent = formatProbability(probability);
  return (
    <li class={`${styles.bar} ${probability >= threshold ? styles.holds : ''}`}>
      <span>{name}</span>
      <svg
        class={styles.scale}
        viewBox="0 0 100 12"
        preserveAspectRatio="none"
        role="img"
        aria-label={say('result.probability', { label: name, percent, threshold: formatShare(threshold) })}
      >
        <rect class={styles.track} x="0" y="3" width="100" height="6" />
        <rect class={styles.fill} x="0" y="3" width={probability * 100} height="6" />
        <rect class={styles.mark} x={threshold * 100 - 0.4} y="0" width="0.8" height="12" />
      </svg>
      <span class={styles.percent} aria-hidden="true">
        {percent}
      </span>
    </li>
  );
}
