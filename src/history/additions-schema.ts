import * as v from 'valibot';
import type { EchoRegion } from '../measure/echo-ratio.ts';
import type { Additions, Caliper, EchoRegions, EditedOutline, PatientContext } from './additions.ts';
import { calibration, contours, type Fields, point, structure } from './analysis-schema.ts';
import { idPattern } from './archive-layout.ts';
import { axis, blood, reading } from './reading-schema.ts';

const outline = v.object({ structure, contours } satisfies Fields<EditedOutline>);

const caliper = v.object({
  purpose: v.picklist(['length', 'width', 'cortex', 'parenchyma', 'other']),
  from: point,
  to: point,
} satisfies Fields<Caliper>);

const echoRegion = v.object({
  centre: point,
  radius: v.pipe(v.number(), v.finite(), v.gtValue(0)),
} satisfies Fields<EchoRegion>);

const echo = v.object({ cortex: echoRegion, liver: echoRegion } satisfies Fields<EchoRegions>);

const patient = v.object({
  ageYears: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(130))),
  heightCm: v.exactOptional(v.pipe(v.number(), v.minValue(20), v.maxValue(260))),
  sex: v.exactOptional(v.picklist(['female', 'male'])),
  side: v.exactOptional(v.picklist(['left', 'right'])),
  pseudonym: v.exactOptional(v.pipe(v.string(), v.nonEmpty(), v.maxLength(60))),
} satisfies Fields<PatientContext>);

/** What people added to a record, as an archive may bring it. */
export const additions = v.object({
  calibration: v.exactOptional(calibration),
  outlines: v.exactOptional(v.array(outline)),
  calipers: v.exactOptional(v.array(caliper)),
  echo: v.exactOptional(echo),
  partner: v.exactOptional(v.pipe(v.string(), v.regex(idPattern))),
  patient: v.exactOptional(patient),
  axis: v.exactOptional(axis),
  reading: v.exactOptional(reading),
  blood: v.exactOptional(blood),
} satisfies Fields<Additions>);
