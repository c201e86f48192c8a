import { type Figure, median, spread } from './figure.ts';
import { collectLooks, openLive } from './open-live.ts';

/** The first looks warm up the compiler and are left out. */
const warmUpSeconds = 5;
const countedSeconds = 20;

/** Live on a 720p camera, WASM: looks a second, camera's frame to verdict, and tasks that would stall the page. */
export async function measureLive(url: string): Promise<Figure[]> {
  return [...(await measureOnce(url, false)), ...(await measureOnce(url, true))];
}

async function measureOnce(url: string, withOutline: boolean): Promise<Figure[]> {
  const { page, context } = await openLive(url, withOutline);
  await collectLooks(page, warmUpSeconds);
  const { delays, longTasks, seconds } = await collectLooks(page, countedSeconds);
  await context.close();
  const name = withOutline ? 'live, with outline' : 'live, quality only';
  return [
    {
      name: `${name}: looks a second at 720p`,
      value: Math.round((delays.length / seconds) * 10) / 10,
      unit: '/s',
      target: withOutline ? '≥ 10' : '≥ 20',
      note: `${delays.length} in ${seconds.toFixed(0)} s`,
    },
    {
      name: `${name}: camera’s frame to verdict`,
      value: Math.round(median(delays)),
      unit: 'ms',
      target: '≤ 100',
      note: `median (${spread(delays)})`,
    },
    {
      name: `${name}: longest task of the page`,
      value: Math.round(Math.max(0, ...longTasks)),
      unit: 'ms',
      target: '≤ 50',
      note: longTasks.length === 0 ? 'none over 50 ms' : `${longTasks.length} over 50 ms`,
    },
  ];
}
