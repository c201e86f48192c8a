import type { Structure } from '../analysis.ts';
import type { Code } from '../dicom/code.ts';
import { classNames, structureOf } from './classes.ts';

/** Segmentation property category, CID 7150. */
export const anatomicalStructure: Code = {
  value: '123037004',
  scheme: 'SCT',
  meaning: 'Anatomical Structure',
};

/** The organ that every structure lies in (CID 7196 and others of PS3.16). */
export const kidney: Code = { value: '64033007', scheme: 'SCT', meaning: 'Kidney' };

/** What is segmented. The capsule's outline is that of the whole kidney. */
export const structureCodes: Readonly<Record<Structure, Code>> = {
  capsule: kidney,
  'central-echo-complex': { value: 'CENTRAL-ECHO', scheme: '99KUC', meaning: 'Central echo complex' },
  medulla: { value: 'MEDULLA', scheme: '99KUC', meaning: 'Medulla of kidney' },
  // As mapped for radiotherapy structures (AAPM TG-263 to SNOMED CT).
  cortex: { value: '50403003', scheme: 'SCT', meaning: 'Structure of cortex of kidney' },
};

/** Sides, CID 244. */
export const sides: Readonly<Record<'Left' | 'Right', Code>> = {
  Left: { value: '7771000', scheme: 'SCT', meaning: 'Left' },
  Right: { value: '24028007', scheme: 'SCT', meaning: 'Right' },
};

/** The code of a label; one of the project's own, made of the label, where it is none of the four structures. */
export function codeOf(label: string): Code {
  const structure = structureOf(label);
  if (structure !== null) return structureCodes[structure];
  const value = label
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, 16)
    .replace(/-$/, '');
  return { value: value || unnamed, scheme: '99KUC', meaning: toSegmentLabel(label) };
}

const unnamed = 'UNNAMED';

/** A label as a segment can have it (LO): 64 letters, never empty, without the backslash that would part it in two. */
export function toSegmentLabel(label: string): string {
  return label.replaceAll('\\', '/').slice(0, 64).trim() || 'Unnamed';
}

/** The label of a segment, or of its code where it has none. */
export function readSegmentLabel(label: string, { value, meaning }: Pick<Code, 'value' | 'meaning'>): string {
  if (value === unnamed && label === toSegmentLabel('')) return '';
  const found = Object.entries(structureCodes).find(([, code]) => code.value === value);
  return label || (found ? classNames[found[0] as Structure] : meaning);
}
