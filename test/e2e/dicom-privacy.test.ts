import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { drawKidney } from '../fixtures/draw-kidney.ts';
import { type GreyPlane, planted, regionItem, ultrasoundDicom } from '../fixtures/ultrasound-dicom.ts';
import { dicomFile } from './dicom-files.ts';
import { choosePictures, type OpenedApp, openApp, waitUntilReady } from './open-app.ts';

/** Where a name is burned in: in a corner, beside the fan. */
const text = { x: 8, y: 8, width: 120, height: 24 };
const fileName = 'PLANTED^PATIENT_19010203.dcm';
/** Everything that was planted, as it would stand in a record. */
const secrets = [...Object.values(planted), 'PLANTED'];

let app: OpenedApp;

beforeAll(async () => {
  app = await openApp();
  await app.page.getByRole('button', { name: 'I understand' }).click();
  await waitUntilReady(app.page);
});
afterAll(() => app.context.close());

/** A kidney in a fan, with stripes like writing in the corner. */
function namedFrame(seed: number): GreyPlane {
  const image = drawKidney({ width: 640, height: 480, seed, gain: -45 });
  const data = new Uint8Array(image.data);
  for (let y = text.y; y < text.y + text.height; y++) {
    for (let x = text.x; x < text.x + text.width; x++) data[y * 640 + x] = (x >> 2) % 2 === 0 ? 255 : 0;
  }
  return { width: 640, height: 480, data };
}

function namedDicom(frames: number): Buffer {
  const region = regionItem({ 1597468: 639, 1597470: 479 });
  const planes = Array.from({ length: frames }, () => namedFrame(1));
  return Buffer.from(ultrasoundDicom(planes, { regions: [region] }));
}

/** Every row of every database of this origin, bytes and texts as Latin-1. */
async function everythingStored(): Promise<string> {
  return app.page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const words: string[] = [JSON.stringify({ ...localStorage })];
    const dump = (value: unknown): void => {
      if (value instanceof ArrayBuffer) words.push(new TextDecoder('latin1').decode(value));
      else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) dump(one);
      else words.push(String(value));
    };
    for (const { name = '' } of await indexedDB.databases()) {
      if (name.includes('model')) continue;
      const database = await done(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        dump(await done(database.transaction(store).objectStore(store).getAll()));
      }
      database.close();
    }
    return words.join('\n');
  });
}

async function exportEverything(): Promise<Record<string, Uint8Array>> {
  await app.page.goto(`${app.url}#/history`);
  await app.page.getByText('Export and restore').click();
  const [archive] = await Promise.all([
    app.page.waitForEvent('download'),
    app.page.getByRole('button', { name: 'Everything (ZIP)' }).click(),
  ]);
  const path = join(mkdtempSync(join(tmpdir(), 'dicom-export-')), 'all.zip');
  await archive.saveAs(path);
  return unzipSync(new Uint8Array(readFileSync(path)));
}

/** The brightest pixel where the name was, and what share of the fan's pixels is there, of every whole picture in the archive. */
async function brightest(files: Record<string, Uint8Array>) {
  const found: { writing: number; kept: number }[] = [];
  for (const [name, bytes] of Object.entries(files)) {
    if (!/pictures\//.test(name)) continue;
    const grey = sharp(bytes).toColourspace('b-w');
    const { width = 0 } = await grey.metadata();
    if (width !== 640) throw new Error(`${name} is ${width} pixels wide`);
    const most = async (box: { left: number; top: number; width: number; height: number }) =>
      Math.max(...(await grey.clone().extract(box).raw().toBuffer()));
    found.push({
      writing: await most({ left: text.x, top: text.y, width: text.width, height: text.height }),
      kept: shareKept(await grey.clone().raw().toBuffer(), namedFrame(1)),
    });
  }
  return found;
}

function secretsIn(text: string): string[] {
  return secrets.filter((secret) => text.includes(secret));
}

/** JPEG pictures that lie one after the other. */
function splitJpegs(bytes: Uint8Array): Uint8Array[] {
  const buffer = Buffer.from(bytes);
  const starts: number[] = [];
  for (let at = buffer.indexOf('ffd8ff', 0, 'hex'); at >= 0; at = buffer.indexOf('ffd8ff', at + 3, 'hex')) {
    starts.push(at);
  }
  return starts.map((start, i) => buffer.subarray(start, starts[i + 1]));
}

/** Of the pixels of the fan that are well lit, the share that is still so. */
function shareKept(kept: Uint8Array, { data }: GreyPlane): number {
  let lit = 0;
  let still = 0;
  for (let i = (text.y + text.height) * 640; i < data.length; i++) {
    if ((data[i] ?? 0) < 40) continue;
    lit++;
    if ((kept[i] ?? 0) > 20) still++;
  }
  return still / lit;
}

it('keeps no identifier of a still, not in a tag, not in its name, not in its pixels', async () => {
  const buffer = namedDicom(1);
  // The test can fail: what it looks for is there to begin with.
  expect(secretsIn(buffer.toString('latin1'))).toEqual(secrets);
  await choosePictures(app.page, [dicomFile(fileName, buffer)]);
  await app.page.waitForURL(/examination/);
  const stored = await everythingStored();
  expect(stored.includes('dicom-region')).toBe(true);
  expect(secretsIn(stored)).toEqual([]);
  const files = await exportEverything();
  const exported = Object.entries(files).map(([name, bytes]) => name + Buffer.from(bytes).toString('latin1'));
  expect(secretsIn(exported.join('\n'))).toEqual([]);
  const pictures = await brightest(files);
  expect(pictures).toHaveLength(1);
  for (const { writing, kept } of pictures) {
    expect(writing).toBe(0);
    expect(kept).toBeGreaterThan(0.9);
  }
});

it('keeps of a cine only the sector, in every frame', async () => {
  await app.page.goto(`${app.url}#/scan`);
  await choosePictures(app.page, [dicomFile(fileName, namedDicom(3))]);
  await app.page.waitForURL(/clip/);
  await app.page.getByRole('button', { name: 'Check all frames' }).click();
  await app.page.getByRole('button', { name: 'Save best picture and clip' }).click();
  await app.page.waitForURL(/examination/);
  const stored = await everythingStored();
  expect(secretsIn(stored)).toEqual([]);
  const files = await exportEverything();
  const clips = Object.entries(files).filter(([name]) => name.endsWith('.mjpeg'));
  const frames = clips.flatMap(([, bytes]) => splitJpegs(bytes));
  expect(frames).toHaveLength(3);
  const seen = await brightest(Object.fromEntries(frames.map((bytes, i) => [`pictures/${i}`, bytes])));
  for (const { writing, kept } of seen) {
    // JPEG leaves a trace of its blocks on black, and no more.
    expect(writing).toBeLessThan(8);
    expect(kept).toBeGreaterThan(0.9);
  }
});

it('wrote no error to the console', () => {
  expect(app.errors).toEqual([]);
});
