// The app's pipeline without its screens: the same workers, models, decoding and reading, built as the app is.
import { toFailure } from '../../src/failure.ts';
import { axisOfOutline } from '../../src/findings/axis-of-outline.ts';
import type { CropAxis } from '../../src/findings/crop-reading.ts';
import { startCropWorker } from '../../src/frame/crop-link.ts';
import { openFile } from '../../src/frame/open-file.ts';
import { createInference } from '../../src/inference.ts';
import { findSector } from '../../src/pixels/find-sector.ts';
import { cropMargin } from '../../src/pixels/fit-kidney-crop.ts';
import { Screener } from '../../src/screener.ts';
import { wholePicture } from '../../training/kidney_crop/crop-both.ts';
import { createPictureReader } from '../../workers/read-picture.ts';
import type { Answer, AskedPicture, PipelineTime, ScreeningPage } from './contract.ts';

const inference = createInference({
  startWorker: () =>
    new Worker(new URL('../../workers/inference.worker.ts', import.meta.url), { type: 'module' }),
  options: { modelsUrl: new URL('/models/', location.href).href, without: [] },
});
const screener = new Screener({ inference, startCropWorker });
const readPicture = createPictureReader();
const models = { findings: 'kidney-crop', function: 'kidney-crop' };

/** Reads findings and function, as after two calipers set on the kidney by a person. */
async function read({ name, base64, poles, isCrop }: AskedPicture): Promise<Answer> {
  const { bitmap } = await openFile(toFile(name, base64), 'file');
  const { grey } = await readPicture(await createImageBitmap(bitmap));
  const whole = wholePicture(grey);
  const [x, y] = [grey.width / bitmap.width, grey.height / bitmap.height];
  const axis: CropAxis = {
    poles: poles ? [scale(poles[0], x, y), scale(poles[1], x, y)] : acrossWhole(grey),
    from: 'by-hand',
  };
  const sector = isCrop ? whole : (findSector(grey) ?? whole);
  const picture = { copy: () => createImageBitmap(bitmap), sector, capsule: null, axis };
  try {
    const { reading } = await screener.read(picture, models);
    return { refused: null, reading };
  } catch (thrown) {
    const { code, detail } = toFailure(thrown);
    return { refused: `${code}: ${detail}`, reading: null };
  } finally {
    bitmap.close();
  }
}

/** From a file's bytes to outline, findings and function; null where no kidney was outlined. */
async function time(name: string, base64: string): Promise<PipelineTime | null> {
  const file = toFile(name, base64);
  const began = performance.now();
  const { bitmap } = await openFile(file, 'file');
  const decoded = performance.now();
  const copy = () => createImageBitmap(bitmap);
  const { outcome, width, height } = await inference.analyse(copy);
  const analysed = performance.now();
  if (outcome.kind === 'declined' || !outcome.anatomy) return null;
  const { sector, anatomy } = outcome;
  const capsule = anatomy.outlines.find(({ structure }) => structure === 'capsule')?.contours ?? [];
  const axis = axisOfOutline(capsule, { width, height }, sector);
  const found = performance.now();
  const { reading } = await screener.read({ copy, sector, capsule, axis }, models);
  const ended = performance.now();
  bitmap.close();
  return {
    total: ended - began,
    decode: decoded - began,
    analyse: analysed - decoded,
    axis: found - analysed,
    screen: ended - found,
    inWorkers: reading.tookMs,
    backend: reading.backend,
  };
}

function toFile(name: string, base64: string): File {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return new File([bytes], name);
}

function scale(point: { readonly x: number; readonly y: number }, x: number, y: number) {
  return { x: point.x * x, y: point.y * y };
}

/** Poles whose crop is the whole of a square picture. */
function acrossWhole({ width, height }: { readonly width: number; readonly height: number }) {
  const half = width / cropMargin / 2;
  return [
    { x: width / 2 - half, y: height / 2 },
    { x: width / 2 + half, y: height / 2 },
  ] as const;
}

const page: ScreeningPage = { read, time };
Object.assign(globalThis, { screening: page });
