/** What the knobs of the machine say. */
export interface Machine {
  readonly depthCm: number;
  /** 1 shows the whole sector; 2 half of it. */
  readonly zoom: number;
  /** Overall gain, dB from a good setting. */
  readonly gainDb: number;
  /** Time-gain sliders from skin to far field, dB. */
  readonly tgcDb: readonly number[];
  /** Decibels between black and white. */
  readonly dynamicRangeDb: number;
  readonly focusCm: number;
  /** Transmitted frequency; null takes the probe's own. */
  readonly frequencyMhz: number | null;
  /** Looks of different angle averaged into one picture (spatial compounding); 1 is plain speckle. */
  readonly looks: number;
  /** Passes of the picture filter that every machine runs; 0 shows plain echoes. */
  readonly smoothing: number;
  /** Electronic noise before gain, dB relative to liver's echo at the skin. */
  readonly noiseDb: number;
}

/** A good setting for an adult's kidney; `change` says what is otherwise. */
export function setMachine(change: Partial<Machine> = {}): Machine {
  return {
    depthCm: 14,
    zoom: 1,
    gainDb: 0,
    tgcDb: [0, 0, 0, 0, 0, 0, 0, 0],
    dynamicRangeDb: 65,
    focusCm: 6,
    frequencyMhz: null,
    looks: 2,
    smoothing: 1,
    noiseDb: -66,
    ...change,
  };
}
