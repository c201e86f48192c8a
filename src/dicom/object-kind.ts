/** What a DICOM object without pictures holds, as far as its SOP class says. */
export type ObjectKind = 'pdf' | 'report' | 'waveform' | 'presentation' | 'directory' | 'other';

const kinds: readonly (readonly [ObjectKind, RegExp])[] = [
  // PDF, CDA, STL and other files wrapped as they are.
  ['pdf', /^1\.2\.840\.10008\.5\.1\.4\.1\.1\.104\.1$/],
  ['report', /^1\.2\.840\.10008\.5\.1\.4\.1\.1\.88\./],
  ['waveform', /^1\.2\.840\.10008\.5\.1\.4\.1\.1\.9\./],
  ['presentation', /^1\.2\.840\.10008\.5\.1\.4\.1\.1\.11\./],
  ['directory', /^1\.2\.840\.10008\.1\.3\.10$/],
];

/** What an object of that SOP class (0008,0016) holds instead of a picture. */
export function objectKind(sopClass: string): ObjectKind {
  return kinds.find(([, pattern]) => pattern.test(sopClass))?.[0] ?? 'other';
}

/** What kind of picture it is, in the only words that leave the worker: never free text of the file. */
export type Modality = 'ultrasound' | 'other';

/** Whether the modality (0008,0060) is ultrasound, intravascular included. */
export function modalityOf(modality: string): Modality {
  return modality === 'US' || modality === 'IVUS' ? 'ultrasound' : 'other';
}
