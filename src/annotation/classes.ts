import type { Structure } from '../analysis.ts';

/** How the Open Kidney Ultrasound Data Set spells the structures; other spellings are read, this one is written. */
export const classNames: Readonly<Record<Structure, string>> = {
  capsule: 'Capsule',
  'central-echo-complex': 'Central Echo Complex',
  medulla: 'Medulla',
  cortex: 'Cortex',
};

const structures = Object.keys(classNames) as Structure[];

/** The structure that a label means, whatever its case and its dashes; null for a label of another kind. */
export function structureOf(label: string): Structure | null {
  const plain = label
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, '-');
  return structures.find((structure) => structure === plain) ?? null;
}
