import type { ScanRequest } from '../../workers/phantom-protocol.ts';
import type { Machine } from '../phantom/machine.ts';
import type { PhantomWish } from '../phantom/phantom.ts';
import { type Probe, type ProbeModel, probeModels } from '../phantom/probe.ts';
import type { FrameWish } from '../phantom/render-phantom.ts';
import type { PatientSettings } from './patient-settings.ts';

/** Size of a live picture: a compromise between sharpness and some 25 pictures a second on a tablet. */
export const scanSize = { width: 384, height: 288 } as const;

interface Moment {
  readonly timeSeconds: number;
  readonly withTruth: boolean;
}

/** What the phantom worker is asked for, out of what is set. */
export function scanRequest(settings: PatientSettings, { timeSeconds, withTruth }: Moment): ScanRequest {
  const { seed, ruler, greyBar, text, textInside, calipers } = settings;
  return {
    seed,
    wish: wishOf(settings),
    probe: probeOf(settings),
    machine: machineOf(settings),
    frame: frameOf(settings, timeSeconds),
    overlays: { seed, ruler, greyBar, textRows: text || textInside ? 4 : 0, textInside, calipers },
    withTruth,
  };
}

function wishOf(settings: PatientSettings): PhantomWish {
  const { organ, findings, grade, gas, ribs, ageYears, sex, egfr, side, build } = settings;
  const person = {
    ...(ageYears === null ? {} : { ageYears }),
    ...(sex === null ? {} : { sex }),
    ...(egfr === null ? {} : { egfr }),
    ...(side === null ? {} : { side }),
    ...(build === null ? {} : { build }),
  };
  if (organ !== 'kidney') return { person, organ };
  return { person, findings, hydronephrosisGrade: grade, gas, ribs };
}

function probeOf(settings: PatientSettings): Probe {
  const { xCm, yCm, rotation, tilt, rock, liftedLeft, liftedRight, forceN } = settings;
  return { model: modelOf(settings), xCm, yCm, rotation, tilt, rock, liftedLeft, liftedRight, forceN };
}

/** Only curved faces have a radius and an angle, only straight ones a width and steering. */
function modelOf({
  kind,
  radiusCm,
  halfAngle,
  halfWidthCm,
  apertureCm,
  steerAngle,
}: PatientSettings): ProbeModel {
  const usual = probeModels[kind];
  const face = { ...usual, apertureCm: apertureCm ?? usual.apertureCm };
  return kind === 'linear'
    ? { ...face, halfWidthCm: halfWidthCm ?? usual.halfWidthCm, steerAngle }
    : { ...face, radiusCm: radiusCm ?? usual.radiusCm, halfAngle: halfAngle ?? usual.halfAngle };
}

function machineOf(settings: PatientSettings): Machine {
  const { depthCm, zoom, gainDb, tgcDb, dynamicRangeDb, focusCm, frequencyMhz } = settings;
  const { looks, smoothing, noiseDb } = settings;
  return {
    ...{ depthCm, zoom, gainDb, tgcDb, dynamicRangeDb, focusCm },
    ...{ frequencyMhz, looks, smoothing, noiseDb },
  };
}

function frameOf({ isBreathHeld, heldBreathCm, smearCm }: PatientSettings, timeSeconds: number): FrameWish {
  return { ...scanSize, timeSeconds, smearCm, ...(isBreathHeld ? { heldBreathCm } : {}) };
}
