import { randomBytes } from 'node:crypto';
import sharp, { type Sharp } from 'sharp';
import { drawKidney, type KidneyDrawing } from '../fixtures/draw-kidney.ts';

/** A file as a user would choose it. */
export interface PictureFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A drawn kidney in a fan, as a PNG; well exposed unless the drawing says otherwise. */
export async function drawnPicture(
  name = 'drawn.png',
  seed = 1,
  drawing: Partial<KidneyDrawing> = {},
): Promise<PictureFile> {
  const image = drawKidney({ width: 640, height: 480, seed, gain: -45, ...drawing });
  const raw = { width: image.width, height: image.height, channels: 1 } as const;
  return { name, mimeType: 'image/png', buffer: await sharp(image.data, { raw }).png().toBuffer() };
}

/** A colour photograph of something else: hills, sky and a sun, with noise as a camera makes it. */
export async function colourPhoto(): Promise<PictureFile> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600">
    <rect width="800" height="320" fill="#6fb3e8"/><rect y="320" width="800" height="280" fill="#4f9a3d"/>
    <circle cx="640" cy="110" r="60" fill="#ffd23c"/><path d="M0 340L200 180L420 340z" fill="#8a5a33"/>
    <rect x="500" y="330" width="120" height="160" fill="#c8352b"/></svg>`;
  const noise = { type: 'gaussian', mean: 128, sigma: 12 } as const;
  const grain = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#888', noise } })
    .png()
    .toBuffer();
  const buffer = await sharp(Buffer.from(svg))
    .composite([{ input: grain, blend: 'overlay' }])
    .jpeg()
    .toBuffer();
  return { name: 'holiday.jpg', mimeType: 'image/jpeg', buffer };
}

/** A picture of one brightness. */
export async function plainPicture(background: string): Promise<PictureFile> {
  const buffer = await sharp({ create: { width: 640, height: 480, channels: 3, background } })
    .png()
    .toBuffer();
  return { name: 'plain.png', mimeType: 'image/png', buffer };
}

/** The same picture in another encoding. */
export async function recode(
  picture: PictureFile,
  { name, mimeType }: { readonly name: string; readonly mimeType: string },
  encode: (image: Sharp) => Sharp,
): Promise<PictureFile> {
  return { name, mimeType, buffer: await encode(sharp(picture.buffer)).toBuffer() };
}

/** Noise that no encoder shrinks: about 3.6 MB. */
export async function noisePicture(name: string): Promise<PictureFile> {
  const raw = { width: 1200, height: 1000, channels: 3 } as const;
  const bytes = randomBytes(raw.width * raw.height * raw.channels);
  return {
    name,
    mimeType: 'image/png',
    buffer: await sharp(bytes, { raw }).png({ compressionLevel: 1 }).toBuffer(),
  };
}
