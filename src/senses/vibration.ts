import type { ToneName } from './tones.ts';

/** Milliseconds on, off, on: as different under a finger as the tones are to the ear. */
const patterns: Readonly<Record<ToneName, readonly number[]>> = {
  good: [40, 60, 40],
  lost: [180],
  captured: [30, 40, 30, 40, 120],
};

/** Whether the browser can ask for it; whether a motor is built in, none says. */
export const canVibrate = typeof navigator.vibrate === 'function';

/** Buzzes; does nothing before the first tap on the page, when browsers refuse it. */
export function vibrate(name: ToneName): void {
  if (canVibrate && navigator.userActivation.hasBeenActive) navigator.vibrate([...patterns[name]]);
}
