import sharp from 'sharp';
import { alignMachine, alignProbe } from '../../src/phantom/align-probe.ts';
import type { Machine } from '../../src/phantom/machine.ts';
import { type PhantomWish, samplePhantom } from '../../src/phantom/phantom.ts';
import type { Probe } from '../../src/phantom/probe.ts';
import { renderPhantom } from '../../src/phantom/render-phantom.ts';
import type { PictureFile } from './pictures.ts';

/** What differs from a good long-axis picture of this patient. */
export interface PhantomPicture {
  readonly seed: number;
  readonly wish?: PhantomWish;
  readonly probe?: Partial<Probe>;
  readonly machine?: Partial<Machine>;
  /** How far the probe is slid along the kidney, cm. */
  readonly slideCm?: number;
}

/** A simulated patient's picture as a PNG file. */
export async function phantomPicture(name: string, picture: PhantomPicture): Promise<PictureFile> {
  const phantom = samplePhantom(picture.seed, picture.wish);
  const good = alignProbe(phantom, picture.probe);
  const slide = picture.slideCm ?? 0;
  const probe = {
    ...good,
    xCm: good.xCm + slide * Math.cos(good.rotation),
    yCm: good.yCm + slide * Math.sin(good.rotation),
  };
  const machine = alignMachine(phantom, picture.machine);
  const { image } = renderPhantom(phantom, { probe, machine }, { width: 640, height: 480 });
  const raw = { width: image.width, height: image.height, channels: 1 } as const;
  return { name, mimeType: 'image/png', buffer: await sharp(image.data, { raw }).png().toBuffer() };
}
