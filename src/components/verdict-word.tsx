import { CircleCheck, CircleSlash, CircleX, type IconNode, TriangleAlert } from 'lucide';
import type { VNode } from 'preact';
import type { Verdict } from '../feedback/verdict.ts';
import { say } from '../i18n/say.ts';
import { Icon } from './icon.tsx';
import styles from './verdict-word.module.css';

const looks: Record<Verdict['kind'], { readonly icon: IconNode; readonly tone: string | undefined }> = {
  optimal: { icon: CircleCheck, tone: styles.good },
  faults: { icon: TriangleAlert, tone: styles.fault },
  wrong: { icon: CircleX, tone: styles.refused },
  declined: { icon: CircleSlash, tone: styles.info },
};

/** The verdict's words, without icon or colour: also for lists, labels and exports. */
export function verdictWords(verdict: Verdict): string {
  if (verdict.kind !== 'faults') return say(`verdict.${verdict.kind}`);
  return verdict.faults.map((fault) => say(`verdict.${fault}`)).join(` ${say('verdict.and')} `);
}

/** The verdict as a word with its icon and colour; `large` is the headline of the result screen. */
export function VerdictWord({ verdict, isLarge = false }: { verdict: Verdict; isLarge?: boolean }): VNode {
  const { icon, tone } = looks[verdict.kind];
  return (
    <span class={`${styles.word} ${tone} ${isLarge ? styles.large : ''}`}>
      <Icon node={icon} size={isLarge ? 36 : 20} />
      <span>{verdictWords(verdict)}</span>
    </span>
  );
}
