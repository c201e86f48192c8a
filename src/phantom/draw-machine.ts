import { alignMachine } from './align-probe.ts';
import type { Mishap } from './draw-mishaps.ts';
import type { Machine } from './machine.ts';
import type { Phantom } from './phantom.ts';
import type { ProbeModel } from './probe.ts';
import type { Random } from './random.ts';

/** What the knobs are set for. */
export interface Setting {
  readonly phantom: Phantom;
  readonly model: ProbeModel;
  readonly mishaps: readonly Mishap[];
}

/** A machine that is set well, within what makers and users do, but for what goes wrong. */
export function drawMachine(random: Random, setting: Setting): Machine {
  const { phantom, mishaps } = setting;
  const good = alignMachine(phantom);
  const zoomed = random.chance(0.15) ? random.between(1.1, 1.5) : 1;
  const depthCm = drawDepth(random, setting, good.depthCm);
  return {
    ...good,
    depthCm,
    zoom: zoomed,
    focusCm: Math.min(0.8 * depthCm, good.focusCm * random.between(0.65, 1.5)),
    ...drawGain(random, mishaps, good.tgcDb.length),
    dynamicRangeDb: random.between(52, 78),
    looks: mishaps.includes('smear') ? 4 : random.pick([1, 2, 3, 4]),
    smoothing: random.pick([0, 0, 1, 1, 2, 3]),
    noiseDb: random.between(-72, -57),
  };
}

function drawDepth(random: Random, { phantom, model, mishaps }: Setting, goodCm: number): number {
  const share = mishaps.includes('depth') ? random.pick([0.45, 0.55, 2.4, 2.8]) : random.between(0.95, 1.22);
  if (phantom.organ === 'muscle') return random.between(3, 7.5);
  if (phantom.organ !== 'kidney' && model.kind === 'linear') return random.between(4, 9);
  const changed = goodCm * share * (phantom.organ === 'kidney' ? 1 : random.between(0.7, 1.3));
  return Math.min(30, changed);
}

/** Too much gain needs more decibels than too little before it looks wrong. */
function drawGain(
  random: Random,
  mishaps: readonly Mishap[],
  sliders: number,
): Pick<Machine, 'gainDb' | 'tgcDb'> {
  const dark = random.chance(0.5);
  const wrongGain = dark ? -random.between(8, 19) : random.between(13, 26);
  const gainDb = mishaps.includes('gain') ? wrongGain : random.normal(0, 1.2);
  const wrongFrom = random.chance(0.5) ? 0 : sliders - 3;
  const wrongBy = mishaps.includes('sliders') ? (dark ? -1 : 1) * random.between(14, 28) : 0;
  const tgcDb = Array.from({ length: sliders }, (_, i) => {
    const wrong = i >= wrongFrom && i < wrongFrom + 3;
    return random.normal(0, 0.8) + (wrong ? wrongBy : 0);
  });
  return { gainDb, tgcDb };
}
