import type { VNode } from 'preact';
import type { Examination } from '../history/examination.ts';
import { formatMilliseconds, formatNumber, formatShare, formatTime } from '../i18n/format.ts';
import { say } from '../i18n/say.ts';
import card from './card.module.css';
import styles from './provenance-card.module.css';

/** What produced this result: folded, complete, selectable. */
export function ProvenanceCard({ examination }: { readonly examination: Examination }): VNode {
  return (
    <details class={card.card}>
      <summary class={card.summary}>{say('result.details')}</summary>
      <dl class={styles.list}>
        {provenanceRows(examination).map(([term, value]) => (
          <div key={term} class={styles.row}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function provenanceRows({
  analysis,
  analysedAt,
  appVersion,
  name,
  calibration,
  additions,
}: Examination): [string, string][] {
  const { model, selfTest, outcome, timing, backend } = analysis;
  const difference = formatNumber(selfTest.largestDifference);
  const rows: [string, string][] = [
    [say('provenance.analysed'), formatTime(analysedAt)],
    [say('provenance.app'), appVersion],
    [say('provenance.model'), `${model.name} ${model.version}`],
    [say('provenance.hash'), model.sha256],
    [say('provenance.backend'), backend],
    [
      say('provenance.self-test'),
      selfTest.passed
        ? say('provenance.self-test.passed', { difference })
        : say('provenance.self-test.failed', { difference }),
    ],
    [
      say('provenance.time'),
      say('provenance.time.parts', {
        total: formatMilliseconds(timing.total),
        pixels: formatMilliseconds(timing.pixels),
        sector: formatMilliseconds(timing.sector),
        meters: formatMilliseconds(timing.meters),
        model: formatMilliseconds(timing.model),
        outline: formatMilliseconds(timing.outline ?? 0),
      }),
    ],
    [say('provenance.size'), `${analysis.width} × ${analysis.height}`],
  ];
  rows.push([say('provenance.scale'), scaleWords(additions?.calibration ?? calibration)]);
  if (outcome.sector) rows.push([say('provenance.sector'), say(`provenance.sector.${outcome.sector.shape}`)]);
  if (outcome.kind === 'assessed') {
    const percent = formatShare(outcome.novelty);
    rows.push([say('provenance.novelty'), say('provenance.novelty.value', { percent })]);
  }
  if (name !== '') rows.push([say('provenance.file'), name]);
  return rows;
}

/** Where the centimetres come from, or why there are none. */
function scaleWords(calibration: Examination['calibration']): string {
  if (calibration === undefined) return say('provenance.scale.unsaid');
  if (calibration === null) return say('provenance.scale.untrusted');
  const { cmPerPixelX, cmPerPixelY } = calibration;
  const source = say(`provenance.scale.from.${calibration.source}`);
  const across = formatCm(cmPerPixelX);
  const down = formatCm(cmPerPixelY);
  return across === down
    ? say('provenance.scale.region', { source, cm: across })
    : say('provenance.scale.stretched', { source, across, down });
}

function formatCm(cm: number): string {
  return cm.toFixed(4).replace(/0$/, '');
}
