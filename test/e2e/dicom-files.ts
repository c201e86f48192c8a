import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawKidney } from '../fixtures/draw-kidney.ts';
import type { DicomElement } from '../fixtures/make-dicom.ts';
import { regionItem, ultrasoundDicom } from '../fixtures/ultrasound-dicom.ts';
import type { OpenedApp } from './open-app.ts';
import type { PictureFile } from './pictures.ts';

/** A drawn kidney as an ultrasound DICOM file, calibrated. */
export function kidneyDicom(seed = 1, elements: readonly DicomElement[] = [], frames = 1): Buffer {
  const images = Array.from({ length: frames }, (_, i) =>
    drawKidney({ width: 640, height: 480, seed: seed + i, gain: -45 }),
  );
  const region = regionItem({ 1597468: 639, 1597470: 479, 1597484: -0.031, 1597486: 0.031 });
  return Buffer.from(ultrasoundDicom(images, { regions: [region], elements }));
}

/** A file to be chosen, DICOM unless said otherwise. */
export function dicomFile(name: string, buffer: Buffer = kidneyDicom()): PictureFile {
  return { name, mimeType: 'application/octet-stream', buffer };
}

/** Writes files into a folder of their own, below the name that a user would see. */
export function folderOf(files: Readonly<Record<string, Buffer | string>>): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'dicom-folder-')), 'EXPORT');
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Drops a folder of the disk; only the browser's own protocol can. */
export async function dropFolder({ context, page }: OpenedApp, folder: string): Promise<void> {
  const browser = await context.newCDPSession(page);
  const data = { items: [], files: [folder], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await browser.send('Input.dispatchDragEvent', { type, x: 300, y: 500, data });
  }
  await browser.detach();
}
