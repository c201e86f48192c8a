import { signal } from '@preact/signals';
import type { PickedFile } from './frame/picked-file.ts';

/** Where dropped and pasted pictures go while a screen wants them for itself. */
export interface PictureTarget {
  readonly take: (picked: readonly PickedFile[]) => void;
  /** What is said while something is dragged over the page. */
  readonly hint: string;
}

/** The screen that takes pictures; null for the check on Scan. */
export const pictureTarget = signal<PictureTarget | null>(null);
