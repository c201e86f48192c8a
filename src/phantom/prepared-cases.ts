import type { LayeredWish } from './draw-layered.ts';

/** A simulated picture whose prediction comes with the app. */
export interface PreparedCase {
  readonly id: 'limb' | 'tendon' | 'hard-tendon' | 'kidney' | 'cut-off' | 'too-bright';
  readonly wish: LayeredWish;
}

/** In the order in which they are shown; training/write-demo.ts writes their predictions to public/demo/cases.json. */
export const preparedCases: readonly PreparedCase[] = [
  { id: 'limb', wish: { kind: 'limb', seed: 5011, tendon: false } },
  { id: 'tendon', wish: { kind: 'limb', seed: 5005, tendon: true } },
  { id: 'hard-tendon', wish: { kind: 'limb', seed: 5008, tendon: true } },
  { id: 'kidney', wish: { kind: 'kidney', seed: 21 } },
  { id: 'cut-off', wish: { kind: 'kidney', seed: 11, slideCm: 6 } },
  { id: 'too-bright', wish: { kind: 'kidney', seed: 3, gainDb: 15 } },
];
