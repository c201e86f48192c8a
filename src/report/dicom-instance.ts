import type { DicomElement } from '../dicom/write-dicom.ts';
import { say } from '../i18n/say.ts';
import type { Report } from './report.ts';

/** What a DICOM object of a report is and belongs to. */
export interface Instance {
  readonly sopClass: string;
  readonly modality: 'SR' | 'OT';
  readonly uid: string;
  readonly study: string;
  readonly series: string;
}

/**
 * Patient, study, series, equipment and instance of an object made from a report. The pseudonym stands for the patient's
 * number; no name is ever written, since none was ever asked for.
 */
export function instanceElements(report: Report, instance: Instance): DicomElement[] {
  const { sopClass, modality, uid, study, series } = instance;
  const made = new Date(report.madeAt).toISOString();
  return [
    [0x0008_0005, 'CS', 'ISO_IR 192'],
    [0x0008_0016, 'UI', sopClass],
    [0x0008_0018, 'UI', uid],
    [0x0008_0020, 'DA', ''],
    [0x0008_0023, 'DA', made.slice(0, 10).replaceAll('-', '')],
    [0x0008_0030, 'TM', ''],
    [0x0008_0033, 'TM', made.slice(11, 19).replaceAll(':', '')],
    [0x0008_0050, 'SH', ''],
    [0x0008_0060, 'CS', modality],
    [0x0008_0070, 'LO', say('app.name')],
    [0x0008_0090, 'PN', ''],
    [0x0008_103e, 'LO', say('report.notice')],
    [0x0008_1090, 'LO', say('app.name')],
    ...patientElements(report),
    [0x0018_1000, 'LO', 'none'],
    [0x0018_1020, 'LO', report.provenance.appVersion],
    [0x0020_000d, 'UI', study],
    [0x0020_000e, 'UI', series],
    [0x0020_0010, 'SH', ''],
    [0x0020_0011, 'IS', '1'],
    [0x0020_0013, 'IS', '1'],
  ];
}

function patientElements({ patient: { pseudonym = '', sex, ageYears } }: Report): DicomElement[] {
  return [
    [0x0010_0010, 'PN', ''],
    [0x0010_0020, 'LO', toLine(pseudonym)],
    [0x0010_0030, 'DA', ''],
    [0x0010_0040, 'CS', sex === undefined ? '' : sex === 'male' ? 'M' : 'F'],
    ...(ageYears === undefined ? [] : [[0x0010_1010, 'AS', ageOf(ageYears)] as const]),
    [0x0012_0062, 'CS', 'YES'],
    [0x0012_0063, 'LO', 'No name was asked for'],
  ];
}

/** An age as DICOM has it: whole years, or months of a baby. */
function ageOf(years: number): string {
  const isBaby = years < 2;
  return `${String(Math.floor(isBaby ? 12 * years : years)).padStart(3, '0')}${isBaby ? 'M' : 'Y'}`;
}

/** One line of at most 64 letters (LO), without what would part it in two. */
export function toLine(words: string): string {
  const line = words.replaceAll(/[\\\p{Cc}]+/gu, ' ');
  return [...line].slice(0, 64).join('').trim();
}
