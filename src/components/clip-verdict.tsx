import type { VNode } from 'preact';
import type { ClipReview } from '../clip-review.ts';
import { say, sayPhrase } from '../i18n/say.ts';
import card from './card.module.css';
import styles from './clip-verdict.module.css';
import { VerdictWord } from './verdict-word.tsx';

/** The verdict on the frame where the user is, and the one thing to do; room is kept, so that nothing below jumps. */
export function ClipVerdict({ review }: { readonly review: ClipReview }): VNode {
  const feedback = review.feedback.value;
  const { isPlaying } = review.player;
  const isMoving = isPlaying.value || review.progress.value !== null;
  if (feedback === null) {
    return (
      <section class={`${card.card} ${styles.verdict}`}>
        <p class={card.quiet}>{say(isMoving ? 'clip.unchecked' : 'result.analysing')}</p>
      </section>
    );
  }
  const why = feedback.causes[0] ?? feedback.doubt;
  return (
    // Read out at rest only: while frames pass it would never end.
    <section
      class={`${card.card} ${styles.verdict} ${styles[feedback.verdict.kind]}`}
      aria-live={isMoving ? 'off' : 'polite'}
    >
      <p class={styles.word}>
        <VerdictWord verdict={feedback.verdict} />
      </p>
      <p class={styles.advice}>{sayPhrase(feedback.steps[0].line)}</p>
      <p class={card.small}>{why && sayPhrase(why)}</p>
    </section>
  );
}
