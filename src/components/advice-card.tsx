import type { VNode } from 'preact';
import type { Feedback } from '../feedback/advise.ts';
import { type Phrase, say, sayPhrase } from '../i18n/say.ts';
import { adviceDepth, type Depth } from '../settings.ts';
import styles from './advice-card.module.css';
import card from './card.module.css';
import { Choice } from './choice.tsx';
import { VerdictWord } from './verdict-word.tsx';

/** The choices of depth, for the result screen and for Settings. */
export const depths: readonly { readonly value: Depth; readonly text: string }[] = [
  { value: 'line', text: say('depth.line') },
  { value: 'how', text: say('depth.how') },
  { value: 'more', text: say('depth.more') },
];

/** The verdict, what to do about it in the chosen depth, and what was measured behind it. */
export function AdviceCard({ feedback }: { readonly feedback: Feedback }): VNode {
  const { verdict, steps, doubt } = feedback;
  const depth = adviceDepth.value;
  return (
    <section class={`${card.card} ${styles[verdict.kind]}`} aria-live="polite">
      <h1 tabIndex={-1}>
        <VerdictWord verdict={verdict} isLarge />
      </h1>
      {doubt && <p class={card.quiet}>{sayPhrase(doubt)}</p>}
      {steps.map((step) => (
        <div key={step.line.key} class={styles.step}>
          <p class={styles.line}>{sayPhrase(step.line)}</p>
          {depth !== 'line' && step.how && <p>{sayPhrase(step.how)}</p>}
          {depth === 'more' && step.more && <p>{sayPhrase(step.more)}</p>}
        </div>
      ))}
      {depth === 'more' && verdict.kind !== 'declined' && <p class={card.small}>{say('advice.reading')}</p>}
      <Choice
        title={say('depth.title')}
        options={depths}
        value={depth}
        onChoose={(chosen) => {
          adviceDepth.value = chosen;
        }}
      />
    </section>
  );
}

/** The measured causes. */
export function CausesCard({ feedback }: { readonly feedback: Feedback }): VNode | null {
  const { verdict, causes, asides } = feedback;
  const isUnexplained = verdict.kind === 'faults' && causes.length === 0;
  if (causes.length + asides.length === 0 && !isUnexplained) return null;
  return (
    <section class={card.card}>
      <h2>{say('result.why')}</h2>
      {isUnexplained && <p>{say('cause.none')}</p>}
      <Phrases phrases={causes} />
      {asides.length > 0 && <h3>{say('cause.also')}</h3>}
      <Phrases phrases={asides} />
    </section>
  );
}

function Phrases({ phrases }: { readonly phrases: readonly Phrase[] }): VNode | null {
  if (phrases.length === 0) return null;
  return (
    <ul class={styles.causes}>
      {phrases.map((phrase) => (
        <li key={sayPhrase(phrase)}>{sayPhrase(phrase)}</li>
      ))}
    </ul>
  );
}
