import { Failure } from '../failure.ts';
import type { Origin, StoredPicture } from '../history/examination.ts';
import { encodePicture } from './encode-picture.ts';
import type { Frame } from './frame.ts';
import { longestSide, shrinkBitmap } from './shrink-bitmap.ts';
import { type SniffedImage, sniffImage } from './sniff-image.ts';

/** Decoding takes four bytes a pixel and some tablets kill a page at a few hundred MB. */
const largestPixels = 50e6;
const largestKeptBytes = 4e6;

/** An image file, decoded in its full size. */
export interface DecodedImage {
  /** Upright. */
  readonly bitmap: ImageBitmap;
  /** The file itself. */
  readonly original: StoredPicture;
  /** A GIF of more than one frame, of which this is the first. */
  readonly isAnimated: boolean;
}

/**
 * Opens an image file as an upright frame.
 * @throws Failure `image-empty`, `image-too-large`, `image-damaged` or `not-an-image`, the file's name as detail.
 */
export async function openImage(file: File, origin: Origin): Promise<Frame> {
  const { bitmap: whole, original, isAnimated } = await decodeImage(file);
  const bitmap = await shrinkBitmap(whole);
  return {
    bitmap,
    origin,
    name: file.name,
    picture: await chooseKeptPicture(bitmap, original),
    notice: isAnimated ? 'animated' : null,
    calibration: null,
    isIdentifying: false,
  };
}

/**
 * Decodes an image file in its full size.
 * @throws Failure as `openImage`
 */
export async function decodeImage(file: File): Promise<DecodedImage> {
  const bytes = await readBytes(file);
  const sniffed = sniffImage(new Uint8Array(bytes));
  refuseBadFile(file.name, bytes.byteLength, sniffed);
  const bitmap = await decode(file, sniffed);
  return { bitmap, original: { bytes, type: sniffed.type ?? file.type }, isAnimated: sniffed.isAnimated };
}

async function readBytes(file: File): Promise<ArrayBuffer> {
  try {
    return await file.arrayBuffer();
  } catch {
    // The stick was pulled out, or the entry is a folder.
    throw new Failure('image-damaged', file.name);
  }
}

function refuseBadFile(name: string, size: number, sniffed: SniffedImage): void {
  if (size === 0) throw new Failure('image-empty', name);
  if (sniffed.pixels > largestPixels) throw new Failure('image-too-large', name);
  if (sniffed.isCutShort) throw new Failure('image-damaged', name);
}

async function decode(file: File, sniffed: SniffedImage): Promise<ImageBitmap> {
  try {
    const typed = sniffed.type === null ? file : file.slice(0, file.size, sniffed.type);
    return await createImageBitmap(typed, { imageOrientation: 'from-image' });
  } catch {
    throw new Failure(sniffed.type === null ? 'not-an-image' : 'image-damaged', file.name);
  }
}

async function chooseKeptPicture(bitmap: ImageBitmap, original: StoredPicture): Promise<StoredPicture> {
  const isKeepable = original.bytes.byteLength <= largestKeptBytes && original.type !== 'image/bmp';
  return isKeepable ? original : encodePicture(bitmap, { longestSide, type: 'image/jpeg' });
}
