import type { VNode } from 'preact';
import type { ToldFinding } from '../findings/decide.ts';
import type { Finding } from '../findings/finding.ts';
import type { Evidence } from '../findings/read-evidence.ts';
import { formatShare } from '../i18n/format.ts';
import { say } from '../i18n/say.ts';
import card from './card.module.css';
import styles from './finding-more.module.css';

interface FindingEvidenceProps {
  readonly told: ToldFinding;
  readonly evidence: Evidence | null;
}

/** Below this share inside the kidney most of what spoke for a finding speaks of something else. */
const leastInside = 0.5;

/** Where the model looked for a finding, whose glow lies on the picture, and how much of that is kidney. */
export function FindingEvidence({ told: { reading }, evidence }: FindingEvidenceProps): VNode {
  const { insideShare, finding } = reading;
  return (
    <section class={styles.part}>
      <p class={card.quiet}>{say(`finding.${finding}.what`)}</p>
      <h3>{say('looked.title')}</h3>
      {evidence === null ? (
        <p>{say('looked.none')}</p>
      ) : (
        <>
          <InsideShare share={insideShare} finding={finding} />
          <p class={card.small}>{say('looked.glow')}</p>
        </>
      )}
    </section>
  );
}

function InsideShare({
  share,
  finding,
}: {
  readonly share: number | null;
  readonly finding: Finding;
}): VNode {
  if (share === null) return <p>{say('looked.no-outline')}</p>;
  const words = { share: formatShare(share) };
  return share < leastInside ? (
    <p class={styles.warning}>
      {say('looked.outside', words)} {finding === 'stone' && say('looked.shadow')}
    </p>
  ) : (
    <p>{say('looked.inside', words)}</p>
  );
}
