import type { KidneySize } from './kidney-size.ts';
import type { Person } from './person.ts';
import type { Random } from './random.ts';
import type { AbdominalWall, Breathing, Rib } from './scene.ts';

/**
 * Skin 1–2 mm; fat by build; two to four flat muscles of the flank, 2–6 mm each (Rankin, Muscle Nerve 2006;34:320;
 * its thicknesses not checked against the paper).
 */
export function sampleWall(random: Random, { ageYears, build }: Person): AbdominalWall {
  const small = ageYears < 18 ? 0.45 + 0.03 * ageYears : 1;
  return {
    skinCm: random.between(0.13, 0.22),
    fatCm: random.between(0.25, 0.7) * small + 2.3 * build,
    muscleCm: random.between(0.8, 1.7) * small,
    muscles: random.pick([2, 3, 3, 4]),
    fasciaCm: random.between(0.03, 0.06),
    fasciaEcho: random.between(1.2, 3.2),
    unevenDb: random.between(1, 4),
    pennation: 0,
    grain: random.between(0, 32),
  };
}

/** Ribs 2.2–3 cm apart; their last lies headward of the kidney's middle, or over the kidney where wished. */
export function sampleRibs(
  random: Random,
  { wall, size, over }: { readonly wall: AbdominalWall; readonly size: KidneySize; readonly over: boolean },
): Rib[] {
  const scale = Math.min(1, size.lengthCm / 10.7);
  const last = over ? random.between(-1.6, 1.8) : -random.between(5, 6.5);
  const apart = random.between(2.3, 3) * scale;
  return Array.from({ length: 4 }, (_, i) => ({
    xCm: last * scale - i * apart,
    depthCm: wall.skinCm + wall.fatCm + 0.5 * wall.muscleCm,
    radiusCm: random.between(0.4, 0.6) * scale,
    slant: random.between(0.1, 0.25),
  }));
}

/** 12–18 breaths a minute. */
export function sampleBreathing(random: Random): Breathing {
  return { amplitudeCm: random.normal(1.1, 0.25), periodSeconds: random.between(3.4, 5) };
}
