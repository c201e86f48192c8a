import { type Caveat, caveats, type Report } from './report.ts';

/** Beyond the card's limit a picture is unlike those that a model was trained on. */
const LIMIT = 1;

/** What a reader must know before the numbers are read, the gravest first. */
export function findCaveats(report: Omit<Report, 'caveats' | 'missing'>): Caveat[] {
  const { sizes, findings, whyNoFindings, quality, scale, provenance } = report;
  const holds: Readonly<Record<Caveat, boolean>> = {
    simulated: scale.source === 'simulation' || report.picture.origin === 'sample',
    'self-test-failed': !provenance.selfTest.passed,
    'faulty-picture': sizes.length > 0 && quality.verdict.kind !== 'optimal',
    'no-scale': sizes.length > 0 && scale.source === null,
    'cut-off': sizes.some(({ isLowerBound }) => isLowerBound),
    'by-hand': sizes.some(({ method }) => method === 'edited-outline' || method === 'caliper'),
    'findings-age': whyNoFindings === 'age',
    'findings-unlike': whyNoFindings === 'unlike',
    'findings-no-card': whyNoFindings === 'no-card',
    'unlike-training': (report.function?.novelty ?? 0) > LIMIT,
    screening: findings !== null,
    unproven: findings?.readings.some(({ isUnproven }) => isUnproven) ?? false,
    function: report.function !== null,
    rescan: sizes.some(({ kind, unit }) => kind === 'length' && unit === 'cm'),
    volume: sizes.some(({ kind }) => kind === 'volume'),
  };
  return caveats.filter((caveat) => holds[caveat]);
}
