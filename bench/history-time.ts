import type { Page } from 'playwright-core';
import { type Figure, median, spread } from './figure.ts';
import { benchPicture, makeProfile, openBench, pictureInput, waitUntilReady } from './open-bench.ts';

const records = 5000;
const runs = 7;

/** Opening and filtering a History of 5,000 records, from the tap to the painted list. */
export async function measureHistory(url: string): Promise<Figure[]> {
  const { page, context } = await openBench(makeProfile());
  await page.goto(url);
  await waitUntilReady(page);
  await pictureInput(page).setInputFiles(await benchPicture(1));
  await page.waitForURL(/#\/examination\//);
  await multiplyRecords(page);
  await page.goto(`${url}#/scan`);
  await page.reload();
  await waitUntilReady(page);
  const opened: number[] = [];
  const filtered: number[] = [];
  for (let run = 0; run <= runs; run += 1) {
    await page.goto(`${url}#/scan`);
    opened.push(await timeOpening(page));
    filtered.push(await timeFilter(page, ''), await timeFilter(page, 'declined'));
    await page.getByRole('combobox').selectOption('');
  }
  await context.close();
  // The first opening loads the screen's code and warms the compiler.
  const [first = 0, ...rest] = opened;
  return [
    {
      name: 'history of 5,000: open the list',
      value: Math.round(median(rest)),
      unit: 'ms',
      target: '≤ 150',
      note: `${spread(rest)}; first ${Math.round(first)}`,
    },
    {
      name: 'history of 5,000: filter',
      value: Math.round(median(filtered)),
      unit: 'ms',
      target: '≤ 50',
      note: spread(filtered),
    },
  ];
}

/** Copies the one real record under new ids, with other times and every third verdict changed. */
function multiplyRecords(page: Page): Promise<void> {
  return page.evaluate(async (count) => {
    const done = (request: IDBRequest): Promise<unknown> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = (await done(indexedDB.open('kidney-coach-history'))) as IDBDatabase;
    const names = ['summaries', 'examinations', 'pictures', 'thumbnails'];
    const transaction = database.transaction(names, 'readwrite');
    const [summary, examination, picture, thumbnail] = (await Promise.all(
      names.map((name) => done(transaction.objectStore(name).getAll())),
    )) as [Record<string, unknown>[], Record<string, unknown>[], unknown[], unknown[]];
    for (let i = 1; i < count; i += 1) {
      const id = crypto.randomUUID();
      const verdict = i % 3 === 0 ? { kind: 'declined', refusal: 'no-sector' } : summary[0]?.verdict;
      const change = { id, verdict, analysedAt: Date.now() - i * 60_000, name: `picture-${i}.jpg` };
      transaction.objectStore('summaries').put({ ...summary[0], ...change });
      transaction.objectStore('examinations').put({ ...examination[0], ...change });
      transaction.objectStore('pictures').put(picture[0], id);
      transaction.objectStore('thumbnails').put(thumbnail[0], id);
    }
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
    });
    database.close();
  }, records);
}

/** From the tap on History to the frame after its first rows stand. */
function timeOpening(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const start = performance.now();
        const observer = new MutationObserver(() => {
          if (document.querySelectorAll('main li a[href*="examination"]').length < 8) return;
          if (document.querySelector('main select') === null) return;
          observer.disconnect();
          requestAnimationFrame(() => resolve(performance.now() - start));
        });
        observer.observe(document.body, { childList: true, subtree: true });
        document.querySelector<HTMLElement>('nav a[href="#/history"]')?.click();
      }),
  );
}

/** From the choice of a verdict to the frame after the count has changed. */
function timeFilter(page: Page, value: string): Promise<number> {
  return page.evaluate(
    (chosen) =>
      new Promise<number>((resolve) => {
        const select = document.querySelector<HTMLSelectElement>('main select');
        if (select === null) throw new Error('History shows no filter.');
        const start = performance.now();
        select.value = chosen;
        select.dispatchEvent(new Event('change', { bubbles: true }));
        // A task queued in the frame runs once it is painted.
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
      }),
    value,
  );
}
