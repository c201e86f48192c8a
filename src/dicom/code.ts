import type { DicomItem } from './write-dicom.ts';

/** A code of a terminology, as DICOM triples have it. */
export interface Code {
  readonly value: string;
  /**
   * SCT: SNOMED CT; DCM: DICOM; LN: LOINC; 99KUC: this project's own, for what has no code that could be checked, or
   * none that means the same.
   */
  readonly scheme: 'SCT' | 'DCM' | 'LN' | 'UCUM' | 'UMLS' | 'RFC5646' | '99KUC';
  readonly meaning: string;
}

/** A code as the one item of its sequence. */
export function codeItem({ value, scheme, meaning }: Code, more: DicomItem = []): DicomItem {
  return [[0x0008_0100, 'SH', value], [0x0008_0102, 'SH', scheme], [0x0008_0104, 'LO', meaning], ...more];
}
