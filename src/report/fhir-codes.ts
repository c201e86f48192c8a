import type { BloodTest, Equation } from '../kidney-function/blood-test.ts';
import type { ReportPatient } from './report.ts';

/** A code of a terminology (FHIR R4, datatypes). */
export interface Coding {
  readonly system: string;
  readonly code: string;
  readonly display: string;
}

/** A number with its unit; UCUM says what the unit means. */
export interface Quantity {
  readonly value: number;
  readonly unit: string;
  readonly system: 'http://unitsofmeasure.org';
  readonly code: string;
  /** `>=` for a size that is at least as large. */
  readonly comparator?: '>=';
}

const loinc = 'http://loinc.org';
const snomed = 'http://snomed.info/sct';
/** This project's own codes, for what has no code that surely means the same; the UUID is ours for ever. */
const own = 'urn:uuid:8f5a1c1e-6f0b-4a57-9a3c-2d1b7a4f9e60';

/** Where pseudonyms come from: whoever made them up. */
export const pseudonyms = 'urn:uuid:0d3f2f0a-9c43-4d7e-8d54-6c1a5b7e2f91';
/** Fingerprints of models. */
export const fingerprints = 'urn:uuid:5b8e4a4e-1f83-4a3b-b0a7-7e0c2c9d6a15';

/** A code of this project's own, with what it says. */
export function ownCode(code: string, display: string): Coding {
  return { system: own, code, display };
}

/**
 * LOINC has a code for each equation on creatinine. Both 33914-3 and 77147-7 are the MDRD equation, whatever its factor: the
 * first in serum or plasma, the second in serum, plasma or blood. What was typed in here may be any of them, so the
 * second is used, for the factors 175 and 186 alike; `method` tells which. Schwartz: as DICOM maps it (PS3.16, 113577).
 * Only creatinine from blood comes here: a value read off a picture never has a laboratory's code.
 */
export const equationCodes: Readonly<Record<Equation, Coding>> = {
  'ckd-epi-2021': egfrCode('98979-8', 'CKD-EPI 2021'),
  'ckd-epi-2009': egfrCode('62238-1', 'CKD-EPI'),
  'mdrd-175': egfrCode('77147-7', 'MDRD'),
  'mdrd-186': egfrCode('77147-7', 'MDRD'),
  'schwartz-2009': egfrCode('50384-7', 'Schwartz'),
};

function egfrCode(code: string, formula: string): Coding {
  const display = `Glomerular filtration rate/1.73 sq M.predicted by creatinine-based formula (${formula})`;
  return { system: loinc, code, display };
}

/** Creatinine as mass and as amount of substance, in serum or plasma. */
export const creatinineCodes: Readonly<Record<BloodTest['creatinine']['unit'], Coding>> = {
  'mg/dL': { system: loinc, code: '2160-0', display: 'Creatinine [Mass/volume] in Serum or Plasma' },
  'µmol/L': { system: loinc, code: '14682-9', display: 'Creatinine [Moles/volume] in Serum or Plasma' },
};

const kidneys = {
  left: { system: snomed, code: '18639004', display: 'Left kidney structure' },
  right: { system: snomed, code: '9846003', display: 'Right kidney structure' },
} as const;

/** The kidney of that side, or the kidney where nobody said which. */
export function kidneyOf({ side }: ReportPatient): Coding {
  return side ? kidneys[side] : { system: snomed, code: '64033007', display: 'Kidney structure' };
}

/** Units as they are read, and as UCUM writes them; pixels are no unit, so they stand in braces. */
const ucum = {
  cm: 'cm',
  'cm²': 'cm2',
  ml: 'mL',
  px: '{pixel}',
  'px²': '{pixel}2',
  'mg/dL': 'mg/dL',
  'µmol/L': 'umol/L',
  'mg/g': 'mg/g',
  'mg/mmol': 'mg/mmol',
  'mL/min/1.73 m²': 'mL/min/{1.73_m2}',
  probability: '1',
  years: 'a',
} as const;

/** A unit that values of a report have. */
export type ReportUnit = keyof typeof ucum;

/** A number in a unit. */
export function quantity(value: number, unit: ReportUnit): Quantity {
  return { value, unit, system: 'http://unitsofmeasure.org', code: ucum[unit] };
}
