import * as v from 'valibot';
import type { Additions, Caliper, Disc, EchoRegions, EditedOutline, PatientContext } from './additions.ts';
import { calibration, contours, type Fields, point, structure } from './analysis-schema.ts';
import { idPattern } from './archive-layout.ts';

const outline = v.object({ structure, contours } satisfies Fields<EditedOutline>);

const caliper = v.object({
  purpose: v.picklist(['length', 'width', 'cortex', 'parenchyma', 'other']),
  from: point,
  to: point,
} satisfies Fields<Caliper>);

const disc = v.object({
  centre: point,
  radius: v.pipe(v.number(), v.finite(), v.gtValue(0)),
} satisfies Fields<Disc>);

const echo = v.object({ cortex: disc, liver: disc } satisfies Fields<EchoRegions>);

const patient = v.object({
  ageYears: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(130))),
  heightCm: v.exactOptional(v.pipe(v.number(), v.minValue(20), v.maxValue(260))),
  sex: v.exactOptional(v.picklist(['female', 'male'])),
  side: v.exactOptional(v.picklist(['left', 'right'])),
} satisfies Fields<PatientContext>);

/** What people added to a record, as an archive may bring it. */
export const additions = v.object({
  calibration: v.exactOptional(calibration),
  outlines: v.exactOptional(v.array(outline)),
  calipers: v.exactOptional(v.array(caliper)),
  echo: v.exactOptional(echo),
  partner: v.exactOptional(v.pipe(v.string(), v.regex(idPattern))),
  patient: v.exactOptional(patient),
} satisfies Fields<Additions>);
