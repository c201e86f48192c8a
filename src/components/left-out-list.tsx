import type { ComponentChildren, VNode } from 'preact';
import type { LookedAt } from '../agreement/outline-pictures.ts';
import type { ReaderAgreement } from '../evaluation/compare-readers.ts';
import { say, sayCount } from '../i18n/say.ts';
import card from './card.module.css';
import { failureWords } from './failure-notice.tsx';

/** So many lines are read; the rest is a number. */
const shown = 50;

/** The pictures that were not compared, each with the reason. */
export function LeftOutList({
  agreement: { leftOut, readers },
}: {
  readonly agreement: ReaderAgreement;
}): VNode | null {
  if (leftOut.length === 0) return null;
  return (
    <Folded title={sayCount('agreement.left-out', leftOut.length)} count={leftOut.length}>
      {leftOut.slice(0, shown).map(({ fileName, reason, readers: numbers }) => {
        const named = numbers.map((number) => readers[number] ?? '').join(', ');
        return (
          <li key={`${fileName} ${reason}`}>
            {fileName}: {say(`agreement.left-out.${reason}`, { readers: named })}
          </li>
        );
      })}
    </Folded>
  );
}

/** The pictures that could not be shown to the model, each with the reason. */
export function UnopenedList({ unopened }: Pick<LookedAt, 'unopened'>): VNode | null {
  if (unopened.length === 0) return null;
  return (
    <Folded title={sayCount('agreement.unopened', unopened.length)} count={unopened.length}>
      {unopened.slice(0, shown).map(({ fileName, failure }) => (
        <li key={fileName}>
          {fileName}: {failureWords(failure).what}
        </li>
      ))}
    </Folded>
  );
}

function Folded(props: {
  readonly title: string;
  readonly count: number;
  readonly children: ComponentChildren;
}): VNode {
  return (
    <details class={card.card}>
      <summary class={card.summary}>{props.title}</summary>
      <ul class={card.small}>
        {props.children}
        {props.count > shown && <li>{say('agreement.more', { count: props.count - shown })}</li>}
      </ul>
    </details>
  );
}
