import type { VNode } from 'preact';
import type { TruthProblem } from '../findings/read-truth-table.ts';
import { en } from '../i18n/en.ts';
import { fill, say, sayCount } from '../i18n/say.ts';
import card from './card.module.css';

/** So many lines are read; the rest is a number. */
const shown = 50;

/** What is wrong with a table of truths, row by row. */
export function TruthProblems({ problems }: { readonly problems: readonly TruthProblem[] }): VNode | null {
  if (problems.length === 0) return null;
  return (
    <details class={card.card} open={problems.length < 5}>
      <summary class={card.summary}>{sayCount('screening.problems', problems.length)}</summary>
      <ul class={card.small}>
        {problems.slice(0, shown).map(({ code, row, facts }) => (
          <li key={`${row} ${code}`}>
            {say('screening.problem.row', { row, what: fill(en[`screening.problem.${code}`], facts) })}
          </li>
        ))}
        {problems.length > shown && <li>{say('screening.more', { count: problems.length - shown })}</li>}
      </ul>
    </details>
  );
}
