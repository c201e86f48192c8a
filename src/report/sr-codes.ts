import { kidney, sides } from '../annotation/segment-codes.ts';
import type { Code } from '../dicom/code.ts';
import type { CreatinineUnit, Equation } from '../kidney-function/blood-test.ts';
import { creatinineCodes, equationCodes, quantity, type ReportUnit } from './fhir-codes.ts';
import type { ReportedSize, ReportPatient, SizeMethod } from './report.ts';

function dcm(value: string, meaning: string): Code {
  return { value, scheme: 'DCM', meaning };
}

function sct(value: string, meaning: string): Code {
  return { value, scheme: 'SCT', meaning };
}

function own(value: string, meaning: string): Code {
  return { value, scheme: '99KUC', meaning };
}

/** Names of items of a measurement report (PS3.16, templates 1500, 1501, 1204, 1004 and 310). */
export const names = {
  report: dcm('126000', 'Imaging Measurement Report'),
  measurements: dcm('126010', 'Imaging Measurements'),
  group: dcm('125007', 'Measurement Group'),
  qualitative: { value: 'C0034375', scheme: 'UMLS', meaning: 'Qualitative Evaluations' },
  tracking: dcm('112039', 'Tracking Identifier'),
  trackingUid: dcm('112040', 'Tracking Unique Identifier'),
  finding: dcm('121071', 'Finding'),
  site: sct('363698007', 'Finding Site'),
  laterality: sct('272741003', 'Laterality'),
  method: sct('370129005', 'Measurement Method'),
  upper: sct('371886008', '+, range of upper measurement uncertainty'),
  lower: sct('371885007', '-, range of lower measurement uncertainty'),
  comment: dcm('121106', 'Comment'),
  language: dcm('121049', 'Language of Content Item and Descendants'),
  procedure: dcm('121058', 'Procedure reported'),
  observerType: dcm('121005', 'Observer Type'),
  observerName: dcm('121013', 'Device Observer Name'),
  observerUid: dcm('121012', 'Device Observer UID'),
} as const satisfies Record<string, Code>;

/** Coded answers. */
export const answers = {
  english: { value: 'en', scheme: 'RFC5646', meaning: 'English' },
  device: dcm('121007', 'Device'),
  ultrasound: sct('306005', 'Echography of kidney'),
  kidney,
} as const satisfies Record<string, Code>;

/** What sizes are called; the layers have no code of a terminology that could be checked. */
export const sizeCodes: Readonly<Record<ReportedSize['kind'], Code>> = {
  length: sct('410668003', 'Length'),
  width: sct('103355008', 'Width'),
  area: sct('42798000', 'Area'),
  perimeter: sct('131191004', 'Perimeter'),
  volume: sct('118565006', 'Volume'),
  distance: dcm('121206', 'Distance'),
  cortex: own('CORTEX', 'Thickness of the renal cortex'),
  parenchyma: own('PARENCHYMA', 'Thickness of the renal parenchyma'),
};

/** How a size was measured. */
export const methodCodes: Readonly<Record<SizeMethod, Code>> = {
  outline: own('OUTLINE', 'On the outline of a model'),
  'edited-outline': own('EDITED-OUTLINE', 'On an outline drawn by hand'),
  caliper: own('CALIPER', 'Between two marks set by hand'),
  'two-views': own('TWO-VIEWS', 'Ellipsoid from two views'),
};

/** What is told in words. */
export const ownNames = {
  quality: own('QUALITY', 'Picture quality'),
  scale: own('SCALE', 'Where the centimetres come from'),
  pictureFunction: own('PICTURE-EGFR', 'Function read off a picture by a model'),
  pictureCkd: own('PICTURE-CKD', 'Kidney disease, probability off a picture'),
  model: own('MODEL', 'Model'),
} as const;

/** A code of this project's own; findings are a model's probabilities, so they have none of a terminology. */
export function ownCode(value: string, meaning: string): Code {
  return own(value.slice(0, 16), meaning.slice(0, 64));
}

/** The equation's LOINC code with a name that fits into DICOM's 64 letters. */
export function equationCode(equation: Equation): Code {
  const meaning = 'GFR/1.73 sq M predicted by creatinine-based formula';
  return { value: equationCodes[equation].code, scheme: 'LN', meaning };
}

/** Creatinine in serum or plasma. */
export function creatinineCode(unit: CreatinineUnit): Code {
  const { code, display } = creatinineCodes[unit];
  return { value: code, scheme: 'LN', meaning: display };
}

/** The side as DICOM codes it; null where nobody said. */
export function sideOf({ side }: ReportPatient): Code | null {
  return side === undefined ? null : sides[side === 'left' ? 'Left' : 'Right'];
}

/** A unit in UCUM. */
export function unitCode(unit: ReportUnit): Code {
  return { value: quantity(0, unit).code, scheme: 'UCUM', meaning: unit };
}
