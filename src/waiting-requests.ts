import type { Failure } from './failure.ts';

/** Milliseconds until an answer counts as lost, for each kind of request. */
export type TimeLimits<C> = { readonly [K in keyof C]: number };

/** How one request ends. */
export interface Settler {
  /** Takes what the request's own kind results in; the id ties the two, which TypeScript cannot follow. */
  readonly resolve: (result: unknown) => void;
  readonly reject: (failure: Failure) => void;
}

/** The requests that have no answer yet. */
export interface WaitingRequests {
  readonly add: (kind: string, settler: Settler) => number;
  /** Takes one out, to settle it; undefined when it is settled already. */
  readonly take: (id: number) => Settler | undefined;
  /** Starts the clock of every request of a kind again. */
  readonly extend: (kind: string) => void;
  readonly rejectAll: (failure: Failure) => void;
}

interface Waiting extends Settler {
  readonly kind: string;
  timer: ReturnType<typeof setTimeout>;
}

/** Makes an empty list; `onTimeOut` hears of the first request that waits too long. */
export function createWaitingRequests(
  limits: Readonly<Record<string, number>>,
  onTimeOut: (kind: string) => void,
): WaitingRequests {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  const startTimer = (kind: string) => setTimeout(onTimeOut, limits[kind], kind);

  function take(id: number): Settler | undefined {
    const request = waiting.get(id);
    waiting.delete(id);
    clearTimeout(request?.timer);
    return request;
  }

  return {
    take,
    add(kind, settler) {
      lastId++;
      waiting.set(lastId, { ...settler, kind, timer: startTimer(kind) });
      return lastId;
    },
    extend(kind) {
      for (const request of waiting.values()) {
        if (request.kind !== kind) continue;
        clearTimeout(request.timer);
        request.timer = startTimer(kind);
      }
    },
    rejectAll(failure) {
      for (const id of waiting.keys()) take(id)?.reject(failure);
    },
  };
}
