import { drawOverlays, type OverlayWish } from '../../../src/phantom/draw-overlays.ts';
import type { PhantomWish } from '../../../src/phantom/phantom.ts';
import { findSector } from '../../../src/pixels/find-sector.ts';
import type { GreyImage } from '../../../src/pixels/grey-image.ts';
import type { Sector } from '../../../src/pixels/sector.ts';
import { picture } from '../phantom/steady-patient.ts';

/** A simulated picture without and with what a machine writes over it. */
export interface MarkedPhantom {
  readonly clean: GreyImage;
  readonly marked: GreyImage;
  readonly sector: Sector;
}

/** Draws one, 384 pixels wide and high. */
export function markPhantom(
  seed: number,
  overlays: Partial<OverlayWish>,
  wish: PhantomWish = {},
): MarkedPhantom {
  const rendering = picture(seed, { side: 384, wish });
  const sector = findSector(rendering.image);
  if (sector === null) throw new Error(`The picture of seed ${seed} has no sector.`);
  return { clean: rendering.image, marked: drawOverlays(rendering, { seed, ...overlays }), sector };
}
