import { signal } from '@preact/signals';
import { type Failure, toFailure } from './failure.ts';
import type { Clip } from './frame/clip.ts';
import { go } from './route.ts';

/** The clip that the clip screen shows; null after a reload. */
export const openedClip = signal<Clip | null>(null);

/** A clip on its way to the screen: the file's name, or why it could not be opened. */
export const clipOpening = signal<{ readonly name: string; readonly failure: Failure | null } | null>(null);

/** Goes to the clip screen and opens a clip there, in place of the one before. */
export async function showClip(name: string, open: () => Promise<Clip>): Promise<void> {
  const opening = { name, failure: null };
  clipOpening.value = opening;
  openedClip.peek()?.close();
  openedClip.value = null;
  go({ place: 'clip' });
  try {
    const clip = await open();
    // Another was chosen meanwhile.
    if (clipOpening.peek() !== opening) return clip.close();
    openedClip.value = clip;
    clipOpening.value = null;
  } catch (thrown) {
    if (clipOpening.peek() === opening) clipOpening.value = { name, failure: toFailure(thrown) };
  }
}
