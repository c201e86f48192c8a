import type { Timing } from '../src/analysis.ts';

type Step = Exclude<keyof Timing, 'total'>;

/** Adds up the milliseconds that each step takes. */
export interface Stopwatch {
  readonly time: <T>(step: Step, work: () => T) => T;
  readonly timeAsync: <T>(step: Step, work: () => Promise<T>) => Promise<T>;
  readonly read: () => Timing;
}

/** Starts a stopwatch. */
export function createStopwatch(): Stopwatch {
  const start = performance.now();
  const spent = { pixels: 0, sector: 0, meters: 0, model: 0, outline: 0 };
  return {
    time(step, work) {
      const before = performance.now();
      const result = work();
      spent[step] += performance.now() - before;
      return result;
    },
    async timeAsync(step, work) {
      const before = performance.now();
      const result = await work();
      spent[step] += performance.now() - before;
      return result;
    },
    read: () => ({ ...spent, total: performance.now() - start }),
  };
}
