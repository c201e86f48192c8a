import { Failure } from '../src/failure.ts';

/** Settles as `work` does, or fails with `timed-out` when it takes longer than `limit` milliseconds. */
export function withTimeLimit<T>(work: Promise<T>, limit: number, what: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Failure('timed-out', `${what} took over ${limit / 1000} s`)),
      limit,
    );
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
