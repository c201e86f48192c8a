import type { Framing } from '../pixels/framing.ts';
import { framingLimits } from './find-framing-causes.ts';

/** What to do with depth and zoom. */
export type ZoomAdvice = 'in' | 'out' | 'shallower' | 'deeper' | 'keep';

/** What depth and zoom should change, from how the kidney lies: size before place, since it changes both. */
export function zoomAdvice({ sectorShare, depth, cuts }: Framing): ZoomAdvice {
  const { small, large, shallow, deep } = framingLimits;
  const isCut = (edge: string): boolean =>
    cuts.some((cut) => cut.edge === edge && cut.share >= framingLimits.cut);
  if (sectorShare > large || isCut('far') || (isCut('left') && isCut('right'))) return 'out';
  if (sectorShare < small) return 'in';
  if (depth < shallow) return 'shallower';
  return depth > deep ? 'deeper' : 'keep';
}
