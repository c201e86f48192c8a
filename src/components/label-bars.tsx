import type { VNode } from 'preact';
import type { LabelReading } from '../analysis.ts';
import { formatProbability } from '../i18n/format.ts';
import { say } from '../i18n/say.ts';
import card from './card.module.css';
import styles from './label-bars.module.css';
import { ProbabilityBar } from './probability-bar.tsx';

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

function LabelBar({ reading }: { readonly reading: LabelReading }): VNode {
  const { label, probability, threshold } = reading;
  const name = say(`verdict.${label}`);
  const holds = probability >= threshold;
  return (
    <li class={`${styles.bar} ${holds ? styles.holds : ''}`}>
      <span>{name}</span>
      <ProbabilityBar reading={reading} name={name} tone={holds ? 'accent' : 'quiet'} />
      <span class={styles.percent} aria-hidden="true">
        {formatProbability(probability)}
      </span>
    </li>
  );
}
