import type { Assessment, QualityLabel } from '../analysis.ts';
import { byteOrderMark, type Cell, csvLineOf } from '../csv-line.ts';
import { chooseCalibration } from '../measure/choose-calibration.ts';
import type { Framing } from '../pixels/framing.ts';
import type { Meters } from '../pixels/meters.ts';
import type { Examination } from './examination.ts';
import { measuredLength } from './measured-length.ts';
import { clipDuration } from './summary.ts';

/** A column's name, with its unit, and what stands in it. */
type Columns<T> = Readonly<Record<string, (from: T) => Cell>>;

const provenance: Columns<Examination> = {
  id: ({ id }) => id,
  analysed_at: ({ analysedAt }) => new Date(analysedAt).toISOString(),
  name: ({ name }) => name,
  origin: ({ origin }) => origin,
  verdict: ({ verdict }) => verdict.kind,
  faults: ({ verdict }) => (verdict.kind === 'faults' ? verdict.faults.join(' ') : null),
  refusal: ({ verdict }) => (verdict.kind === 'declined' ? verdict.refusal : null),
  pseudonym: ({ additions }) => additions?.patient?.pseudonym ?? null,
  side: ({ additions }) => additions?.patient?.side ?? null,
  clip_ms: ({ clip }) => (clip ? clipDuration(clip) : null),
  width_px: ({ analysis }) => analysis.width,
  height_px: ({ analysis }) => analysis.height,
  scale_cm_per_pixel_x: (examination) => chooseCalibration(examination).calibration?.cmPerPixelX ?? null,
  scale_cm_per_pixel_y: (examination) => chooseCalibration(examination).calibration?.cmPerPixelY ?? null,
  scale_source: (examination) => chooseCalibration(examination).calibration?.source ?? null,
  length_cm: (examination) => measuredLength(examination)?.value ?? null,
  length_plus_minus_cm: (examination) => measuredLength(examination)?.plusMinus ?? null,
  length_is_lower_bound: (examination) => measuredLength(examination)?.isLowerBound ?? null,
  app_version: ({ appVersion }) => appVersion,
  model_name: ({ analysis }) => analysis.model.name,
  model_version: ({ analysis }) => analysis.model.version,
  model_sha256: ({ analysis }) => analysis.model.sha256,
  backend: ({ analysis }) => analysis.backend,
  self_test_passed: ({ analysis }) => analysis.selfTest.passed,
  total_ms: ({ analysis }) => analysis.timing.total,
};

const probabilities: Readonly<Record<QualityLabel, string>> = {
  artefact: 'probability_artefact',
  gain: 'probability_gain',
  position: 'probability_position',
  optimal: 'probability_optimal',
  wrong: 'probability_wrong',
};

// Each meter must be here, so that a new one does not compile until it has a column.
const meters: Readonly<Record<keyof Meters, readonly [name: string, read: (meters: Meters) => Cell]>> = {
  brightness: ['brightness_percent', (meters) => meters.brightness],
  histogram: ['histogram_shares_dark_to_bright', (meters) => meters.histogram.join(' ')],
  saturatedShare: ['saturated_share', (meters) => meters.saturatedShare],
  lostShare: ['lost_share', (meters) => meters.lostShare],
  depthCurve: ['depth_curve_percent_skin_to_far', (meters) => joinCurve(meters.depthCurve)],
  farMinusNear: ['far_minus_near_percentage_points', (meters) => meters.farMinusNear],
  shadowShare: ['shadow_share', (meters) => meters.shadowShare],
  shadows: ['shadows_from_to_width_fractions', ({ shadows }) => joinBands(shadows)],
  sharpness: ['sharpness_cycles_per_sector', (meters) => meters.sharpness],
};

// Empty where no kidney was outlined; cuts by the edge of the sector, largest first.
const framing: Readonly<Record<keyof Framing, readonly [name: string, read: (framing: Framing) => Cell]>> = {
  sectorShare: ['kidney_share_of_sector', (framing) => framing.sectorShare],
  offCentre: ['kidney_off_centre_widths', (framing) => framing.offCentre],
  depth: ['kidney_depth_share', (framing) => framing.depth],
  elongation: ['kidney_long_over_short_axis', (framing) => framing.elongation],
  cuts: ['kidney_cut_off_share_by_edge', ({ cuts }) => joinCuts(cuts)],
  shadowedShare: ['kidney_shadowed_share', (framing) => framing.shadowedShare],
};

const columns: Columns<Examination> = {
  ...provenance,
  ...Object.fromEntries(
    Object.entries(probabilities).map(([label, name]) => [name, probabilityOf(label)] as const),
  ),
  novelty: inAssessment(({ novelty }) => novelty),
  ...Object.fromEntries(
    Object.values(meters).map(([name, read]) => [name, inAssessment((from) => read(from.meters))] as const),
  ),
  ...Object.fromEntries(
    Object.values(framing).map(([name, read]) => {
      const cell = ({ anatomy }: Assessment): Cell => (anatomy ? read(anatomy.framing) : null);
      return [name, inAssessment(cell)] as const;
    }),
  ),
};

/** The first line of the table. */
export const csvHeader = byteOrderMark + csvLineOf(Object.keys(columns));

/** One examination as a line (RFC 4180); cells that do not apply stay empty. */
export function csvLine(examination: Examination): string {
  return csvLineOf(Object.values(columns).map((read) => read(examination)));
}

/** The whole table, one line an examination, safe to open in a spreadsheet. */
export function toCsv(examinations: readonly Examination[]): string {
  return csvHeader + examinations.map(csvLine).join('');
}

function inAssessment(read: (assessment: Assessment) => Cell): (examination: Examination) => Cell {
  return ({ analysis: { outcome } }) => (outcome.kind === 'assessed' ? read(outcome) : null);
}

function probabilityOf(label: string): (examination: Examination) => Cell {
  return inAssessment(({ labels }) => labels.find((one) => one.label === label)?.probability ?? null);
}

// A step without pixels stays an empty place between two semicolons, so that the count of steps holds.
function joinCurve(curve: Meters['depthCurve']): string {
  return curve.map((value) => value ?? '').join(';');
}

function joinCuts(cuts: Framing['cuts']): string {
  return cuts.map(({ edge, share }) => `${edge}:${share.toFixed(3)}`).join(' ');
}

function joinBands(bands: Meters['shadows']): string {
  return bands.map(({ from, to }) => `${from}..${to}`).join(' ');
}
