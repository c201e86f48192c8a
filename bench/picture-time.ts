import type { Page } from 'playwright-core';
import { type Figure, median, spread } from './figure.ts';
import { benchPicture, makeProfile, openBench, pictureInput, waitUntilReady } from './open-bench.ts';

/** The first pictures warm up the compiler and are left out. */
const warmUp = 20;
const counted = 100;

/** What a record in history says about the time it took. */
interface Timing {
  readonly pixels: number;
  readonly sector: number;
  readonly meters: number;
  readonly model: number;
  readonly outline?: number;
  readonly total: number;
}

/** One picture in the WASM worker with everything it does, against the model step inside it. */
export async function measurePictures(url: string): Promise<Figure[]> {
  const { page, context } = await openBench(makeProfile());
  await page.goto(url);
  await waitUntilReady(page);
  const pictures = await Promise.all(Array.from({ length: warmUp + counted }, (_, i) => benchPicture(i + 1)));
  await pictureInput(page).setInputFiles(pictures);
  await page.getByText(`${pictures.length} pictures checked`).waitFor({ timeout: 300_000 });
  const timings = (await readTimings(page)).slice(warmUp);
  await context.close();
  const totals = timings.map(({ total }) => total);
  const ratios = timings.map(({ total, model }) => total / model);
  const part = (name: keyof Timing): Figure => ({
    name: `  of which ${name}`,
    value: round(median(timings.map((timing) => timing[name] ?? 0))),
    unit: 'ms',
  });
  return [
    {
      name: 'a 512 × 512 picture in the WASM worker, everything',
      value: round(median(totals)),
      unit: 'ms',
      target: '≤ 60',
      note: spread(totals, 1),
    },
    ...(['pixels', 'sector', 'meters', 'model', 'outline'] as const).map(part),
    {
      name: '  everything ÷ model run',
      value: Math.round(median(ratios) * 100) / 100,
      unit: '×',
      target: '≤ 1.3',
      note: 'median of the ratios',
    },
  ];
}

/** Timings of all records, oldest first. */
function readTimings(page: Page): Promise<Timing[]> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('kidney-coach-history');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const all = database.transaction('examinations').objectStore('examinations').getAll();
    await new Promise((resolve) => {
      all.onsuccess = resolve;
    });
    database.close();
    const records = all.result as { analysedAt: number; analysis: { timing: Timing } }[];
    return records.toSorted((a, b) => a.analysedAt - b.analysedAt).map(({ analysis }) => analysis.timing);
  });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
