import * as v from 'valibot';
import type {
  ActivationMap,
  Analysis,
  Anatomy,
  Assessment,
  Declined,
  LabelReading,
  ModelIdentity,
  QualityLabel,
  SelfTest,
  StructureOutline,
  Timing,
} from '../analysis.ts';
import type { Calibration } from '../pixels/calibration.ts';
import type { Cut, Framing } from '../pixels/framing.ts';
import type { Meters, ShadowBand } from '../pixels/meters.ts';
import type { Box, Point, Sector } from '../pixels/sector.ts';

/*
 * What an analysis from an archive must be before it may enter history. Each table names every field of the type
 * it checks (`Fields`), so that a field added to the type, optional or not, does not compile until it is checked here.
 */

/** A schema for every field of a type. */
export type Fields<T> = { readonly [K in keyof T]-?: v.GenericSchema<unknown, T[K]> };

// A meter may be NaN where it could not be read; losing the record for it would be worse.
const measured = v.union([v.number(), v.nan()]);
const finite = v.pipe(v.number(), v.finite());
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
/** A side of a picture. */
const pixels = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535));
/** A place in a picture. */
export const point = v.object({ x: finite, y: finite } satisfies Fields<Point>);
const box = v.object({ x: finite, y: finite, width: finite, height: finite } satisfies Fields<Box>);

const centimetres = v.pipe(v.number(), v.gtValue(0), v.ltValue(1));

/** Where a picture's centimetres come from. */
export const calibration = v.object({
  source: v.picklist(['dicom-region', 'ruler', 'depth', 'ticks', 'simulation']),
  cmPerPixelX: centimetres,
  cmPerPixelY: centimetres,
  region: box,
  uncertainty: v.exactOptional(share),
} satisfies Fields<Calibration>);

const shadow = v.object({
  from: measured,
  to: measured,
  startsAt: v.exactOptional(measured),
} satisfies Fields<ShadowBand>);

const sector = v.object({
  shape: v.picklist(['fan', 'trapezoid', 'rectangle']),
  outline: v.pipe(v.array(point), v.minLength(3)),
  bounds: box,
  apex: v.nullable(point),
  pixelAspect: v.exactOptional(v.pipe(finite, v.gtValue(0))),
} satisfies Fields<Sector>);

const meters = v.object({
  brightness: measured,
  histogram: v.array(measured),
  saturatedShare: measured,
  lostShare: measured,
  depthCurve: v.array(v.nullable(measured)),
  farMinusNear: measured,
  shadowShare: measured,
  shadows: v.array(shadow),
  sharpness: measured,
} satisfies Fields<Meters>);

const labels = ['artefact', 'gain', 'position', 'optimal', 'wrong'] as const satisfies QualityLabel[];

const labelReading = v.object({
  label: v.picklist(labels),
  probability: share,
  threshold: share,
  abstain: v.exactOptional(v.tuple([share, share])),
} satisfies Fields<LabelReading>);

const framing = v.object({
  sectorShare: measured,
  offCentre: measured,
  depth: measured,
  elongation: measured,
  cuts: v.array(
    v.object({
      edge: v.picklist(['left', 'right', 'near', 'far']),
      share,
    } satisfies Fields<Cut>),
  ),
  shadowedShare: measured,
} satisfies Fields<Framing>);

/** What an outline shows. */
export const structure = v.picklist(['capsule', 'central-echo-complex', 'medulla', 'cortex']);
/** One structure's outlines. */
export const contours = v.array(v.array(point));

const anatomy = v.object({
  outlines: v.array(
    v.object({
      structure,
      contours,
      probability: share,
    } satisfies Fields<StructureOutline>),
  ),
  framing,
} satisfies Fields<Anatomy>);

const side = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1024));

const activationMap = v.pipe(
  v.object({
    rows: side,
    columns: side,
    values: v.instance(Float32Array),
    covers: box,
  } satisfies Fields<ActivationMap>),
  v.check(({ rows, columns, values }) => values.length === rows * columns * labels.length),
);

const assessed = v.object({
  kind: v.literal('assessed'),
  labels: v.pipe(
    v.array(labelReading),
    v.check((readings) => new Set(readings.map(({ label }) => label)).size === labels.length),
    v.length(labels.length),
  ),
  map: activationMap,
  sector,
  meters,
  anatomy: v.exactOptional(v.nullable(anatomy)),
  novelty: measured,
} satisfies Fields<Assessment>);

/** Why a picture gets no verdict. */
export const refusal = v.picklist(['single-colour', 'colour-photo', 'no-sector', 'not-ultrasound']);

const declined = v.object({
  kind: v.literal('declined'),
  refusal,
  sector: v.nullable(sector),
} satisfies Fields<Declined>);

/** Names a model. */
export const identity = v.object({
  name: v.string(),
  version: v.string(),
  sha256: v.string(),
} satisfies Fields<ModelIdentity>);

const selfTest = v.object({
  passed: v.boolean(),
  largestDifference: measured,
  tolerance: measured,
} satisfies Fields<SelfTest>);

const timing = v.object({
  pixels: measured,
  sector: measured,
  meters: measured,
  model: measured,
  outline: v.exactOptional(measured),
  total: measured,
} satisfies Fields<Timing>);

/** Where a model ran. */
export const backend = v.picklist(['webgpu', 'wasm-threads', 'wasm', 'cpu']);

/** Everything that the worker knew about one picture. */
export const analysis = v.object({
  outcome: v.variant('kind', [assessed, declined]),
  width: pixels,
  height: pixels,
  model: identity,
  backend,
  selfTest,
  timing,
} satisfies Fields<Analysis>);
