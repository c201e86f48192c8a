import type { Framing, SectorEdge } from '../pixels/framing.ts';
import { framingLimits } from './find-framing-causes.ts';

/** Where in the picture the kidney should go: across and down, each −1, 0 or 1, never both 0. */
export interface FramingMove {
  readonly across: -1 | 0 | 1;
  readonly down: -1 | 0 | 1;
}

/** Which way the kidney has to go in the picture so that it lies whole and in the middle; null where it does, or where it does not fit. */
export function framingMove(framing: Framing): FramingMove | null {
  const { offCentre, depth } = framing;
  const across = towards(framing, { low: 'left', high: 'right' });
  const down = towards(framing, { low: 'near', high: 'far' });
  const move = {
    across: across || side(offCentre, { low: -framingLimits.offCentre, high: framingLimits.offCentre }),
    down: down || side(depth, { low: framingLimits.shallow, high: framingLimits.deep }),
  } as const;
  return move.across === 0 && move.down === 0 ? null : move;
}

/** Away from an edge that cuts; between two that both cut there is no way out. */
function towards(
  { cuts }: Framing,
  { low, high }: { readonly low: SectorEdge; readonly high: SectorEdge },
): FramingMove['across'] {
  const isCut = (edge: SectorEdge): boolean =>
    cuts.some((cut) => cut.edge === edge && cut.share >= framingLimits.cut);
  if (isCut(low) === isCut(high)) return 0;
  return isCut(low) ? 1 : -1;
}

/** Back into the range. */
function side(
  value: number,
  { low, high }: { readonly low: number; readonly high: number },
): FramingMove['across'] {
  if (value < low) return 1;
  return value > high ? -1 : 0;
}
