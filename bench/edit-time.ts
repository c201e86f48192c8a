import type { Page } from 'playwright-core';
import { type Figure, median, spread } from './figure.ts';
import { benchPicture, makeProfile, openBench, pictureInput, waitUntilReady } from './open-bench.ts';

const points = 500;
const moves = 240;

/** Editing a contour of 500 points with real pointer events: time from frame to frame, and the page's work in each. */
export async function measureEditing(url: string): Promise<Figure[]> {
  const { page, context } = await openBench(makeProfile());
  await context.addInitScript(timeFrames);
  await page.goto(url);
  await waitUntilReady(page);
  await pictureInput(page).setInputFiles([await benchPicture(1)]);
  await page.waitForURL(/#\/examination\//);
  await page.getByRole('button', { name: /Edit outlines|Outline by hand/ }).waitFor();
  await page.evaluate(putContour, points);
  await page.goto(`${page.url()}/outline`);
  await page.reload();
  await page.getByRole('heading', { name: 'Outlines' }).waitFor();
  const figures: Figure[] = [];
  for (const tool of ['Points', 'Push', 'Erase']) {
    await page.getByRole('button', { name: tool, exact: true }).click();
    const { intervals, works } = await drag(page, tool === 'Points');
    const frames = intervals.toSorted((a, b) => a - b);
    figures.push(
      {
        name: `editing ${points} points, ${tool}: from frame to frame`,
        value: Math.round(median(frames) * 10) / 10,
        unit: 'ms',
        target: '≤ 16.7',
        note: `median (${spread(frames, 1)}; 95 %: ${(frames[Math.floor(0.95 * frames.length)] ?? 0).toFixed(1)})`,
      },
      {
        name: `editing ${points} points, ${tool}: the page’s work a frame`,
        value: Math.round(median(works) * 100) / 100,
        unit: 'ms',
        target: '≤ 8',
        note: `median (${spread(works, 2)}), handlers and drawing`,
      },
    );
  }
  await context.close();
  return figures;
}

/** Drags from the contour's rightmost point, or from beside it, round and inwards. */
async function drag(page: Page, isOnPoint: boolean): Promise<{ intervals: number[]; works: number[] }> {
  const box = await page.getByRole('application').boundingBox();
  if (box === null) throw new Error('no stage');
  const side = Math.min(box.width, box.height);
  const at = (step: number): [number, number] => {
    const angle = (2 * Math.PI * step) / moves;
    const radius = (isOnPoint ? 0.4 : 0.36) * side * (1 - 0.1 * Math.sin(3 * angle));
    return [
      box.x + box.width / 2 + radius * Math.cos(isOnPoint ? angle / 20 : angle),
      box.y + box.height / 2 + radius * Math.sin(isOnPoint ? angle / 20 : angle),
    ];
  };
  await page.mouse.move(...at(0));
  await page.mouse.down();
  await page.evaluate('frameTimes.start()');
  for (let step = 1; step <= moves; step++) await page.mouse.move(...at(step));
  const times = await page.evaluate('frameTimes.stop()');
  await page.mouse.up();
  await page.getByText('Kept.').waitFor();
  return times as { intervals: number[]; works: number[] };
}

/** In the page: times every frame that has work, from its first handler to the end of its drawing. */
function timeFrames(): void {
  let work = 0;
  let last = 0;
  let isOn = false;
  let times = { intervals: [] as number[], works: [] as number[] };
  const timed = <A extends unknown[]>(call: (...all: A) => void) => {
    return (...all: A): void => {
      const from = performance.now();
      call(...all);
      work += performance.now() - from;
    };
  };
  const request = requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) => request(timed(callback));
  const listen = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (this: EventTarget, ...all: Parameters<typeof listen>) {
    const [type, listener, options] = all;
    const isMove = type === 'pointermove' && typeof listener === 'function';
    listen.call(this, type, isMove ? timed(listener) : listener, options);
  };
  const tick = (now: number): void => {
    if (!isOn) return;
    // The frame's other callbacks ran before this one or run in the next: one frame's work either way.
    if (last > 0) times.intervals.push(now - last);
    if (work > 0) times.works.push(work);
    [work, last] = [0, now];
    request(tick);
  };
  Object.assign(globalThis, {
    frameTimes: {
      start() {
        times = { intervals: [], works: [] };
        [work, last, isOn] = [0, 0, true];
        request(tick);
      },
      stop() {
        isOn = false;
        return times;
      },
    },
  });
}

/** In the page: gives the only record a round capsule of so many points, as if edited by hand. */
async function putContour(count: number): Promise<void> {
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const names = await indexedDB.databases();
  for (const { name = '' } of names) {
    const database = await done(indexedDB.open(name));
    if (!database.objectStoreNames.contains('examinations')) {
      database.close();
      continue;
    }
    const store = database.transaction('examinations', 'readwrite').objectStore('examinations');
    const [record] = await done(store.getAll());
    const { width, height } = record.analysis;
    const contour = Array.from({ length: count }, (_, i) => ({
      x: width / 2 + 0.4 * Math.min(width, height) * Math.cos((2 * Math.PI * i) / count),
      y: height / 2 + 0.4 * Math.min(width, height) * Math.sin((2 * Math.PI * i) / count),
    }));
    const outlines = [{ structure: 'capsule', contours: [contour] }];
    await done(store.put({ ...record, additions: { outlines } }));
    database.close();
  }
}
