import type { VNode } from 'preact';
import { addMessages } from '../i18n/en.ts';
import { advice } from '../i18n/en-advice.ts';
import { live } from '../i18n/en-live.ts';
import { say, sayPhrase } from '../i18n/say.ts';
import type { LiveView } from '../live-view.ts';
import styles from './live-coach.module.css';
import { ProbabilityBar } from './probability-bar.tsx';
import { VerdictWord } from './verdict-word.tsx';

addMessages({ ...advice, ...live });

/** What the live view says now, in words that are read from an arm away: the verdict, one thing to do, how near it is. */
export function LiveCoach({ view }: { readonly view: LiveView }): VNode {
  const feedback = view.feedback.value;
  const outcome = view.moment.value?.analysis.outcome;
  if (feedback === null || outcome === undefined) {
    return (
      <section class={styles.coach} aria-label={say('live.title')}>
        <p class={styles.advice}>{say('live.waiting')}</p>
      </section>
    );
  }
  const { verdict, steps, causes, doubt } = feedback;
  const optimal = outcome.kind === 'assessed' && outcome.labels.find(({ label }) => label === 'optimal');
  const why = causes[0] ?? doubt;
  return (
    <section
      class={`${styles.coach} ${styles[verdict.kind]}`}
      aria-label={say('live.title')}
      aria-live="polite"
    >
      <VerdictWord verdict={verdict} isLarge />
      <p class={styles.advice}>{verdict.kind === 'optimal' ? say('live.hold') : sayPhrase(steps[0].line)}</p>
      {optimal && <ProbabilityBar reading={optimal} name={say('live.quality')} tone="good" />}
      <p class={styles.small}>
        <span>{why && sayPhrase(why)}</span>
        <Rate view={view} />
      </p>
    </section>
  );
}

function Rate({ view }: { readonly view: LiveView }): VNode | null {
  const rate = view.rate.value;
  return rate === null ? null : <span>{say('live.rate', { count: Math.round(rate) })}</span>;
}
