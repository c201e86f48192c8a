import { CircleCheck, CircleHelp, type IconNode, TriangleAlert } from 'lucide';
import type { VNode } from 'preact';
import type { ScanTruth } from '../../workers/phantom-protocol.ts';
import type { Fault } from '../feedback/verdict.ts';
import { formatNumber, formatShare } from '../i18n/format.ts';
import { say } from '../i18n/say.ts';
import type { QualityCauses } from '../phantom/quality.ts';
import { Icon } from './icon.tsx';
import { trueFaults, trueVerdict } from './true-verdict.ts';
import { TruthLegend } from './truth-legend.tsx';
import styles from './truth-panel.module.css';
import { VerdictWord } from './verdict-word.tsx';

/** What is true about the picture: the verdict it deserves, why, and what is in it. */
export function TruthPanel({ truth }: { readonly truth: ScanTruth }): VNode {
  const { labels, causes } = truth.quality;
  const verdict = trueVerdict(truth);
  return (
    <section class={styles.panel} aria-labelledby="truth">
      <div class={styles.head}>
        <h2 id="truth">{say('patient.truth')}</h2>
        <p class={styles.verdict}>
          {verdict ? <VerdictWord verdict={verdict} /> : say('patient.truth.between')}
        </p>
      </div>
      {causes.kidney === null ? (
        <p class={styles.quiet}>{say('patient.truth.no-kidney')}</p>
      ) : (
        <ul class={styles.labels}>
          {trueFaults.map((fault) => (
            <FaultRow key={fault} fault={fault} holds={labels[fault]} causes={causes} />
          ))}
        </ul>
      )}
      <Facts truth={truth} />
      <TruthLegend truth={truth} />
    </section>
  );
}

interface FaultRowProps {
  readonly fault: Fault;
  readonly holds: boolean | null;
  readonly causes: QualityCauses;
}

function FaultRow({ fault, holds, causes }: FaultRowProps): VNode {
  const look = looks[holds === null ? 'unclear' : holds ? 'fault' : 'good'];
  return (
    <li class={`${styles.label} ${look.tone}`}>
      <Icon node={look.icon} size={20} />
      <span class={styles.name}>{say(`patient.fault.${fault}`)}</span>
      <span class={styles.causes}>
        <span class="visually-hidden">{say(look.word)}: </span>
        {causeWords(fault, causes)}
      </span>
    </li>
  );
}

const looks = {
  good: { icon: CircleCheck, tone: styles.good, word: 'patient.truth.good' },
  fault: { icon: TriangleAlert, tone: styles.fault, word: 'patient.truth.fault' },
  unclear: { icon: CircleHelp, tone: styles.unclear, word: 'patient.truth.unclear' },
} as const satisfies Record<string, { icon: IconNode; tone: string | undefined; word: string }>;

function causeWords(fault: Fault, causes: QualityCauses): string {
  const { kidney, offCentre, depthShare, sectorShare, smearShare } = causes;
  if (fault === 'gain') {
    return say('patient.truth.gain.causes', {
      overall: decibels(causes.gainOffsetDb),
      near: decibels(causes.nearOffsetDb),
      far: decibels(causes.farOffsetDb),
    });
  }
  if (fault === 'artefact') {
    const shadow = formatShare(kidney?.hiddenShare ?? 0);
    return say('patient.truth.artefact.causes', { shadow, moved: formatShare(smearShare) });
  }
  return say('patient.truth.position.causes', {
    upper: formatShare(kidney?.upperCutShare ?? 0),
    lower: formatShare(kidney?.lowerCutShare ?? 0),
    aside: formatShare(offCentre ?? 0),
    deep: formatShare(depthShare ?? 0),
    fills: formatShare(sectorShare),
  });
}

/** Decibels with their sign. */
function decibels(value: number): string {
  const rounded = Math.round(value);
  return rounded > 0 ? `+${rounded}` : String(rounded).replace('-', '−');
}

function Facts({ truth }: { readonly truth: ScanTruth }): VNode {
  const { view, egfr, cmPerPixel, quality } = truth;
  const { kidney } = quality.causes;
  const facts = [
    ...(view && kidney ? [[say('patient.truth.view'), say(`patient.view.${view}`)] as const] : []),
    ...(kidney ? [[say('patient.truth.length'), centimetres(kidney.lengthCm)] as const] : []),
    ...(egfr === null
      ? []
      : [[say('patient.truth.egfr'), say('patient.unit.egfr', { value: Math.round(egfr) })] as const]),
    [say('patient.truth.scale'), say('patient.truth.scale.value', { value: cmPerPixel.toFixed(3) })] as const,
  ];
  return (
    <dl class={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name} class={styles.fact}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function centimetres(value: number): string {
  return say('patient.unit.cm', { value: formatNumber(Math.round(10 * value) / 10) });
}
