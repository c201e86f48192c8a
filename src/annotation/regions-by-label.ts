import type { AnnotatedPicture, Region } from './annotation.ts';
import { classNames, structureOf } from './classes.ts';

/** The regions of each label that cover something, in the order of the labels. */
export function regionsByLabel({ regions }: AnnotatedPicture): Map<string, readonly Region[]> {
  const groups = new Map<string, Region[]>();
  for (const region of regions) {
    if (region.shape.kind === 'point' || region.shape.kind === 'polyline') continue;
    groups.set(region.label, [...(groups.get(region.label) ?? []), region]);
  }
  return new Map([...groups].sort(([a], [b]) => placeOf(a) - placeOf(b)));
}

/** The four structures in their order, everything else behind them. */
function placeOf(label: string): number {
  const structure = structureOf(label);
  const names = Object.keys(classNames);
  return structure === null ? names.length : names.indexOf(structure);
}
