import { type Caveat, caveats, type Report } from './report.ts';

/** Beyond the card's limit a picture is unlike those that a model was trained on. */
const LIMIT = 1;

/** What a reader must know before the numbers are read, the gravest first. */
export function findCaveats(report: Omit<Report, 'caveats' | 'missing'>): Caveat[] {
  const { sizes, findings, quality, scale, patient, provenance } = report;
  const isUnlike = [findings, report.function].some((said) => (said?.novelty ?? 0) > LIMIT);
  const isRead = findings !== null || report.function !== null;
  const holds: Readonly<Record<Caveat, boolean>> = {
    simulated: scale.source === 'simulation' || report.picture.origin === 'sample',
    'self-test-failed': !provenance.selfTest.passed,
    'faulty-picture': sizes.length > 0 && quality.verdict.kind !== 'optimal',
    'no-scale': sizes.length > 0 && scale.source === null,
    'cut-off': sizes.some(({ isLowerBound }) => isLowerBound),
    'by-hand': sizes.some(({ method }) => method === 'edited-outline' || method === 'caliper'),
    'unlike-training': isUnlike,
    child: isRead && patient.ageYears !== undefined && patient.ageYears < 18,
    screening: findings !== null,
    function: report.function !== null,
    rescan: sizes.some(({ kind, unit }) => kind === 'length' && unit === 'cm'),
    volume: sizes.some(({ kind }) => kind === 'volume'),
  };
  return caveats.filter((caveat) => holds[caveat]);
}
