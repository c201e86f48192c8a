/** The app's short sounds. */
export type ToneName = 'good' | 'lost' | 'captured';

interface Note {
  readonly hertz: number;
  readonly fromSeconds: number;
  readonly seconds: number;
}

/** Rising for what came, falling for what went, one high click for what is kept: told apart without a good ear. */
const tones: Readonly<Record<ToneName, readonly Note[]>> = {
  good: [
    { hertz: 660, fromSeconds: 0, seconds: 0.12 },
    { hertz: 990, fromSeconds: 0.11, seconds: 0.2 },
  ],
  lost: [
    { hertz: 494, fromSeconds: 0, seconds: 0.12 },
    { hertz: 330, fromSeconds: 0.11, seconds: 0.2 },
  ],
  captured: [{ hertz: 1760, fromSeconds: 0, seconds: 0.06 }],
};

/** Share of full scale: heard an arm away, not across the room. */
const volume = 0.22;
const attackSeconds = 0.008;
/** An open audio device costs power, and on some headsets a hiss. */
const idleMs = 2000;

/** Schedules the tone's notes in an audio context, from `at` on its clock; each swells and dies away, so none clicks. */
export function writeTone(context: BaseAudioContext, name: ToneName, at: number): void {
  for (const { hertz, fromSeconds, seconds } of tones[name]) {
    const start = at + fromSeconds;
    const oscillator = new OscillatorNode(context, { type: 'triangle', frequency: hertz });
    const gain = new GainNode(context, { gain: 0 });
    gain.gain.setValueAtTime(0, start);
    gain.gain.linearRampToValueAtTime(volume, start + attackSeconds);
    gain.gain.exponentialRampToValueAtTime(volume / 100, start + seconds - attackSeconds);
    gain.gain.linearRampToValueAtTime(0, start + seconds);
    oscillator.connect(gain).connect(context.destination);
    oscillator.start(start);
    oscillator.stop(start + seconds);
  }
}

/** Whether this browser can make sounds at all. */
export const canSound = typeof AudioContext === 'function';

let context: AudioContext | null = null;
let idle: ReturnType<typeof setTimeout> | undefined;

/** Plays the tone at once; stays silent before the first tap on the page, when browsers allow no sound. */
export async function playTone(name: ToneName): Promise<void> {
  if (!canSound || !navigator.userActivation.hasBeenActive) return;
  context ??= new AudioContext({ latencyHint: 'interactive' });
  const playing = context;
  clearTimeout(idle);
  await playing.resume();
  writeTone(playing, name, playing.currentTime);
  idle = setTimeout(() => void playing.suspend(), idleMs);
}
