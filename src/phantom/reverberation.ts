import type { RingingInsonation } from './insonify.ts';

/** Echo of the probe's own face and of the skin, again and again: what is bright near the probe comes back deeper. */
const repeat = 0.1;

/**
 * Adds echoes that went to and fro more than once. Layers near the probe appear again at twice their depth. Behind
 * gas, the way between gas and probe repeats as bright lines in a haze that falls 3 dB/cm, streaky from beam to
 * beam (ring-down).
 */
export function addReverberation(out: RingingInsonation, stepCm: number): void {
  const { beams, samples, specular } = out;
  const near = Math.min(Math.floor(samples / 2) - 1, Math.round(2.5 / stepCm));
  for (let sample = near; sample > 1; sample -= 1) {
    const fall = repeat * 10 ** (-(sample * stepCm * 3) / 20);
    for (let beam = 0; beam < beams; beam += 1) {
      const i = 2 * sample * beams + beam;
      specular[i] = (specular[i] ?? 0) + fall * (specular[sample * beams + beam] ?? 0);
    }
  }
  for (let beam = 0; beam < beams; beam += 1) ringDown(out, beam, stepCm);
}

function ringDown(
  { beams, samples, diffuse, specular, occlusionDb, ringing }: RingingInsonation,
  beam: number,
  step: number,
): void {
  let entry = 1;
  while (entry < samples && (occlusionDb[entry * beams + beam] ?? 0) < 6) entry += 1;
  if (entry >= samples || (occlusionDb[beam] ?? 0) > 6) return;
  const first = specular[Math.max(0, entry - 1) * beams + beam] ?? 0;
  const surface = Math.max(6, first, specular[entry * beams + beam] ?? 0);
  // Streaks of a few beams' width.
  const streak = 0.5 + 0.5 * Math.sin(beam * 0.9 + 2 * Math.sin(beam * 0.37 + entry));
  for (let sample = entry; sample < samples; sample += 1) {
    const away = (sample - entry) * step;
    const fall = (ringing[beam] ?? 0) * surface * 0.05 * 10 ** (-(3.2 * away) / 20);
    const phase = ((sample - entry) % entry) / entry;
    const line =
      sample - entry > entry / 2 ? Math.exp(-((Math.min(phase, 1 - phase) * entry * step) ** 2) / 0.02) : 0;
    const i = sample * beams + beam;
    diffuse[i] = (diffuse[i] ?? 0) + fall * (0.4 + streak);
    specular[i] = (specular[i] ?? 0) + fall * 3 * line;
  }
}
