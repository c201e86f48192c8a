import * as v from 'valibot';
import type {
  CropAxis,
  CropReading,
  ErasedMarks,
  FindingReading,
  PictureFunction,
} from '../findings/crop-reading.ts';
import { findings } from '../findings/finding.ts';
import type { BloodTest } from '../kidney-function/blood-test.ts';
import { equations } from '../kidney-function/blood-test.ts';
import { backend, type Fields, identity, point } from './analysis-schema.ts';

/* What the crop's models said and what a blood test gave, as an archive may bring it; see analysis-schema.ts. */

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const finite = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const band = v.tuple([share, share]);
const novelty = v.nullable(finite);

/** The long axis of a crop. */
export const axis = v.object({
  poles: v.tuple([point, point]),
  from: v.picklist(['mask', 'burned-in', 'by-hand']),
} satisfies Fields<CropAxis>);

const finding = v.object({
  finding: v.picklist(findings),
  probability: share,
  threshold: share,
  abstain: band,
  insideShare: v.nullable(share),
} satisfies Fields<FindingReading>);

const pictureFunction = {
  heads: v.pipe(v.array(finite), v.minLength(1), v.maxLength(100)),
  egfr: v.object({ value: finite, low: finite, high: finite }),
  scale: v.string(),
  ckd: v.nullable(v.object({ probability: share, threshold: share, abstain: band })),
} satisfies Fields<PictureFunction>;

/** What the models of findings and function said of a picture. */
export const reading = v.object({
  readAt: count,
  axis,
  erased: v.object({ calipers: count, texts: count, share } satisfies Fields<ErasedMarks>),
  isAgeConfirmed: v.exactOptional(v.literal(true)),
  findings: v.exactOptional(
    v.object({ model: identity, novelty, readings: v.pipe(v.array(finding), v.maxLength(findings.length)) }),
  ),
  function: v.exactOptional(v.object({ model: identity, novelty, ...pictureFunction })),
  backend,
  tookMs: finite,
  appVersion: v.string(),
} satisfies Fields<CropReading>);

/** A blood test as a person entered it. */
export const blood = v.object({
  creatinine: v.object({
    value: v.pipe(finite, v.gtValue(0)),
    unit: v.picklist(['mg/dL', 'µmol/L']),
  } satisfies Fields<BloodTest['creatinine']>),
  equation: v.picklist(equations),
  albumin: v.exactOptional(
    v.object({ value: v.pipe(finite, v.minValue(0)), unit: v.picklist(['mg/g', 'mg/mmol']) }),
  ),
  takenOn: v.exactOptional(v.pipe(v.string(), v.isoDate())),
  isLasting: v.exactOptional(v.boolean()),
} satisfies Fields<BloodTest>);
