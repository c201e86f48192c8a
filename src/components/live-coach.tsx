import type { VNode } from 'preact';
import type { Hold } from '../feedback/hold-still.ts';
import { addMessages } from '../i18n/en.ts';
import { advice } from '../i18n/en-advice.ts';
import { live } from '../i18n/en-live.ts';
import { formatShare } from '../i18n/format.ts';
import { say, sayPhrase } from '../i18n/say.ts';
import type { LiveSession } from '../live-session.ts';
import styles from './live-coach.module.css';
import { ProbabilityBar } from './probability-bar.tsx';
import { VerdictWord } from './verdict-word.tsx';

addMessages({ ...advice, ...live });

/** What the live view says now, in words that are read from an arm away: the verdict, one thing to do, how near it is. */
export function LiveCoach({ session }: { readonly session: LiveSession }): VNode {
  const { view } = session;
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
  const hold = session.hold.value;
  const optimal = outcome.kind === 'assessed' && outcome.labels.find(({ label }) => label === 'optimal');
  const why = causes[0] ?? doubt;
  return (
    <section class={`${styles.coach} ${styles[verdict.kind]}`} aria-label={say('live.title')}>
      <div aria-live="polite">
        <VerdictWord verdict={verdict} isLarge />
        <p class={styles.advice}>{verdict.kind === 'optimal' ? holdWords(hold) : sayPhrase(steps[0].line)}</p>
      </div>
      <HoldBar hold={hold} />
      {optimal && <ProbabilityBar reading={optimal} name={say('live.quality')} tone="good" />}
      <p class={styles.small}>
        <span>{why && sayPhrase(why)}</span>
        <Rate session={session} />
      </p>
    </section>
  );
}

function holdWords({ share }: Hold): string {
  return say(share === 1 ? 'live.held' : 'live.hold');
}

/** Fills while a good view is held; its place is always there, so that nothing below jumps. */
function HoldBar({ hold: { share } }: { readonly hold: Hold }): VNode {
  return (
    <div
      class={styles.hold}
      role="progressbar"
      aria-valuenow={Math.round(share * 100)}
      aria-label={say('live.hold.share', { percent: formatShare(share) })}
    >
      <span style={{ transform: `scaleX(${share})` }} />
    </div>
  );
}

function Rate({ session }: { readonly session: LiveSession }): VNode | null {
  const rate = session.view.rate.value;
  return rate === null ? null : <span>{say('live.rate', { count: Math.round(rate) })}</span>;
}
