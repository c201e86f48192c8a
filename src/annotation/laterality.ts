import type { Attributes } from './annotation.ts';

/** The picture's attribute that says which kidney it is. */
export const lateralityKey = 'Laterality';

/** Which kidney a picture's attributes name, however they spell it. */
export function sideOf(attributes: Attributes): 'Left' | 'Right' | null {
  const side = attributes[lateralityKey];
  if (typeof side !== 'string') return null;
  if (/^l(eft)?$/i.test(side.trim())) return 'Left';
  return /^r(ight)?$/i.test(side.trim()) ? 'Right' : null;
}
