import { Ban, CircleDashed, CircleQuestionMark, Eye, type IconNode } from 'lucide';
import type { ComponentChildren, VNode } from 'preact';
import { useId } from 'preact/hooks';
import type { FindingState, ToldFinding } from '../findings/decide.ts';
import { formatProbability, formatShare } from '../i18n/format.ts';
import { say } from '../i18n/say.ts';
import styles from './finding-row.module.css';
import { findingName, reasonWords, stateWords } from './finding-words.ts';
import { Icon } from './icon.tsx';
import { Scale } from './probability-bar.tsx';

interface FindingRowProps {
  readonly told: ToldFinding;
  readonly isOpen: boolean;
  readonly onPress: () => void;
  /** What is said about the finding once it is tapped. */
  readonly children: ComponentChildren;
}

const looks: Record<FindingState['kind'], { readonly icon: IconNode; readonly tone: string | undefined }> = {
  seen: { icon: Eye, tone: styles.seen },
  'not-seen': { icon: CircleDashed, tone: styles.quiet },
  unsure: { icon: CircleQuestionMark, tone: styles.info },
  untold: { icon: Ban, tone: styles.quiet },
};

/** One finding: what is said of it, how probable it is, and from when on it would be called; a tap tells more. */
export function FindingRow({ told, isOpen, onPress, children }: FindingRowProps): VNode {
  const more = useId();
  const { icon, tone } = looks[told.state.kind];
  const reason = reasonWords(told);
  return (
    <li class={`${styles.row} ${told.reading.finding === 'abnormal' ? styles.whole : ''}`}>
      <button type="button" class={styles.head} aria-expanded={isOpen} aria-controls={more} onClick={onPress}>
        <span class={styles.title}>
          <span class={styles.name}>{findingName(told.reading.finding)}</span>
          <span class={`${styles.state} ${tone}`}>
            <Icon node={icon} size={20} />
            {stateWords(told)}
          </span>
        </span>
        {told.state.kind !== 'untold' && <Bar told={told} />}
        {reason && <span class={styles.reason}>{reason}</span>}
      </button>
      <div id={more} class={styles.more} hidden={!isOpen}>
        {isOpen && children}
      </div>
    </li>
  );
}

function Bar({ told: { reading, state } }: { readonly told: ToldFinding }): VNode {
  const { finding, probability, threshold, abstain } = reading;
  const percent = formatProbability(probability);
  const [low, high] = abstain.map(formatShare);
  const label = say('finding.bar', {
    finding: findingName(finding),
    percent,
    threshold: formatShare(threshold),
    low: low ?? '',
    high: high ?? '',
  });
  return (
    <span class={styles.bar}>
      <Scale
        reading={reading}
        tone={state.kind === 'seen' ? 'fault' : 'quiet'}
        label={label}
        band={abstain}
      />
      <span class={styles.percent} aria-hidden="true">
        {percent}
      </span>
    </span>
  );
}
