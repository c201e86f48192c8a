import type { Finding } from './finding.ts';
import type { Kidney } from './kidney.ts';
import type { Random } from './random.ts';

/** Draws a stone in a calyx, a cyst in the cortex or a mass: near the mid-plane, so that a good cut shows it. */
export function sampleFinding(random: Random, { size }: Kidney, kind: Finding['kind']): Finding {
  const scale = size.lengthCm / 10.7;
  const half = { along: size.lengthCm / 2, inward: size.widthCm / 2 };
  const flat = random.between(-0.25, 0.25) * scale;
  if (kind === 'stone') {
    const radius = random.between(0.22, 0.7) * scale;
    const along = random.between(-0.32, 0.32) * half.along;
    const inward = random.between(-0.1, 0.2) * half.inward;
    return { kind, along, inward, flat, halfAxesCm: [radius, 0.75 * radius, radius], backscatterDb: 9 };
  }
  const radius = random.between(kind === 'cyst' ? 0.5 : 0.9, 1.6) * scale;
  // On an ellipse under the capsule, away from the hilum; a large one bulges.
  const round = random.between(0.35, 0.65) * 2 * Math.PI;
  const share = random.between(0.6, 0.92);
  return {
    kind,
    along: Math.sin(round) * share * half.along * (random.chance(0.5) ? 1 : -1),
    inward: Math.cos(round) * share * half.inward,
    flat,
    halfAxesCm: kind === 'cyst' ? [radius, radius, radius] : [1.1 * radius, 0.9 * radius, radius],
    backscatterDb: kind === 'cyst' ? -55 : random.pick([-7, -3, 4]),
  };
}
