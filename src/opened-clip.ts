import { signal } from '@preact/signals';
import type { Clip } from './frame/clip.ts';

/** The clip that the clip screen shows; whoever replaces it closes the one before. Null after a reload. */
export const openedClip = signal<Clip | null>(null);
