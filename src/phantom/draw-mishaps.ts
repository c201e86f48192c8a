import type { Random } from './random.ts';

/** What goes wrong in the making of a picture. `turn` is no fault: it shows the kidney across or obliquely. */
export type Mishap =
  | 'slide'
  | 'depth'
  | 'gain'
  | 'sliders'
  | 'ribs'
  | 'gas'
  | 'lift'
  | 'smear'
  | 'away'
  | 'organ'
  | 'turn';

const faults = {
  position: ['slide', 'slide', 'slide', 'depth', 'depth'],
  gain: ['gain', 'gain', 'gain', 'sliders', 'sliders'],
  artefact: ['ribs', 'ribs', 'gas', 'gas', 'gas', 'lift', 'lift', 'smear', 'smear'],
  wrong: ['organ', 'organ', 'organ', 'away'],
} as const;

/**
 * Four in ten pictures are meant to be good, a sixth to be wrong; the others have a fault, mostly two of different
 * kinds. One in eight is turned besides. What a picture is called is measured on it: each fault then holds in a
 * fifth of them, and a quarter are optimal.
 */
export function drawMishaps(random: Random): readonly Mishap[] {
  const turned: readonly Mishap[] = random.chance(0.12) ? ['turn'] : [];
  const share = random.unit();
  if (share < 0.42) return turned;
  if (share < 0.59) return [random.pick(faults.wrong)];
  const kinds = ['position', 'gain', 'artefact'] as const;
  const first = random.pick([0, 1, 2]);
  const second = random.chance(0.9) ? [(first + random.pick([1, 2])) % 3] : [];
  const mishaps = [first, ...second].map((i): Mishap => random.pick(faults[kinds[i] ?? 'gain']));
  return [...mishaps, ...turned];
}
