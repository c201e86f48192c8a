import type { Structure } from '../analysis.ts';
import type { Annotations, Region } from '../annotation/annotation.ts';
import { classNames, structureOf } from '../annotation/classes.ts';

/** More names than these are no classes. */
const mostLabels = 20;

/** The names that a file gives to what was marked, in their order. */
export function labelsIn({ pictures }: Annotations): readonly string[] {
  const all = pictures.flatMap(({ regions }) => regions.map(({ label }) => label));
  return [...new Set(all)].filter((label) => label !== '').slice(0, mostLabels);
}

/** What can be outlined in a project: the four structures, as its files spell them, then the files' own names. */
export function projectLabels(labels: readonly string[]): readonly string[] {
  const structures = Object.keys(classNames) as Structure[];
  const named = structures.map((structure) => spell(structure, labels));
  return [...named, ...labels.filter((label) => !named.includes(label))];
}

/** A model's regions under the names of the project. */
export function respell(regions: readonly Region[], labels: readonly string[]): readonly Region[] {
  return regions.map((region) => {
    const structure = structureOf(region.label);
    return structure === null ? region : { ...region, label: spell(structure, labels) };
  });
}

function spell(structure: Structure, labels: readonly string[]): string {
  return labels.find((label) => structureOf(label) === structure) ?? classNames[structure];
}
