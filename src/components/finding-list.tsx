import type { Signal } from '@preact/signals';
import type { VNode } from 'preact';
import { ownCurves } from '../evaluated-set.ts';
import { decide, findContradiction, type ToldFinding } from '../findings/decide.ts';
import type { Finding } from '../findings/finding.ts';
import { curvesFor } from '../findings/operating-curve.ts';
import type { ReadPicture } from '../findings-model.ts';
import { formatTime } from '../i18n/format.ts';
import { say } from '../i18n/say.ts';
import { chooseThreshold, chosenThresholds } from '../operating-points.ts';
import card from './card.module.css';
import { FindingEvidence } from './finding-evidence.tsx';
import { FindingFigures } from './finding-figures.tsx';
import more from './finding-more.module.css';
import { FindingRow } from './finding-row.tsx';
import { OperatingCard } from './operating-card.tsx';

interface FindingListProps {
  readonly read: ReadPicture;
  /** The picture comes from the simulation. */
  readonly isSimulated: boolean;
  /** Of the finding that is open, the glow lies on the picture. */
  readonly open: Signal<Finding | null>;
}

/** Normal or abnormal first, then each finding, and behind each where it comes from and what it is worth. */
export function FindingList({ read, isSimulated, open }: FindingListProps): VNode {
  const { screened, model } = read;
  const chosen = chosenThresholds(model.identity);
  const readings = screened.reading.findings?.readings ?? [];
  const told = decide(readings, { card: model.card, isSimulated, chosen });
  const contradiction = findContradiction(told);
  return (
    <section class={card.card}>
      <h2>{say('findings.list')}</h2>
      {contradiction && <p class={more.warning}>{say(`finding.${contradiction}`)}</p>}
      <ul>
        {told.map((one) => (
          <Row key={one.reading.finding} told={one} read={read} isSimulated={isSimulated} open={open} />
        ))}
      </ul>
    </section>
  );
}

function Row({
  told,
  read: { screened, model },
  isSimulated,
  open,
}: FindingListProps & { readonly told: ToldFinding }): VNode {
  const { finding, threshold } = told.reading;
  const isOpen = open.value === finding;
  const own = ownCurves(model.identity, (time) => say('point.own', { time: formatTime(time) }));
  const home = screened.reading.findings?.readings.find((one) => one.finding === finding)?.threshold;
  return (
    <FindingRow
      told={told}
      isOpen={isOpen}
      onPress={() => {
        open.value = isOpen ? null : finding;
      }}
    >
      <FindingEvidence told={told} evidence={screened.evidence} />
      {told.state.kind !== 'untold' && (
        <OperatingCard
          curves={curvesFor([...own, ...(model.card.curves ?? [])], finding, isSimulated)}
          home={home ?? threshold}
          threshold={threshold}
          onChange={(next) => chooseThreshold(model.identity, finding, next)}
        />
      )}
      <FindingFigures told={told} card={model.card} />
    </FindingRow>
  );
}
