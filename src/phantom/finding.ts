/** A round or oval thing in a kidney: centre and half axes in the kidney's axes, cm from its centre. */
export interface Finding {
  readonly kind: 'stone' | 'cyst' | 'mass';
  readonly along: number;
  readonly inward: number;
  readonly flat: number;
  readonly halfAxesCm: readonly [number, number, number];
  /** Backscatter, dB relative to liver. */
  readonly backscatterDb: number;
}
