import type { News, StartStep } from '../workers/protocol.ts';
import type { Backend } from './analysis.ts';
import type { Failure } from './failure.ts';

/** What went wrong with earlier workers, as far as it matters to the next one. */
export interface LadderMemory {
  /** Rungs that the next worker leaves out. */
  readonly without: () => Backend[];
  /** Notes that a worker starts. */
  readonly begin: () => void;
  readonly hear: (news: News) => void;
  /** Notes why a worker ended by itself. */
  readonly learn: (failure: Failure) => void;
}

/** A GPU that was lost twice is left alone. */
export const mostDeviceLosses = 2;

/** Rungs that may be left out, in the ladder's order; the last one, plain JavaScript, is always tried. */
const optionalRungs: readonly Backend[] = ['webgpu', 'wasm-threads', 'wasm'];

/** Makes a memory that leaves out what the options leave out, and what has taken workers down since. */
export function createLadderMemory(leftOut: readonly Backend[]): LadderMemory {
  const without = new Set(leftOut);
  let lastStep: StartStep | null = null;
  let deviceLosses = 0;
  return {
    without: () => [...without],
    begin() {
      lastStep = null;
    },
    hear(news) {
      if (news.news === 'progress') lastStep = news.step;
    },
    learn({ code }) {
      if (code === 'device-lost') {
        deviceLosses++;
        if (deviceLosses >= mostDeviceLosses) without.add('webgpu');
        return;
      }
      // The worker reports what it catches; one that died or hung on a rung would do so each time.
      const isOnRung = lastStep === 'backend' || lastStep === 'warm-up';
      const rung = optionalRungs.find((backend) => !without.has(backend));
      if (isOnRung && rung !== undefined) without.add(rung);
    },
  };
}
