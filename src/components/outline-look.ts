import { computed } from '@preact/signals';
import type { Structure } from '../analysis.ts';
import { type OutlineStyle, outlineStrength, outlineStyles } from '../settings.ts';

/** How outlines lie over pictures. */
export interface OutlineLook {
  readonly styles: Readonly<Record<Structure, OutlineStyle>>;
  /** From 0 to 1. */
  readonly strength: number;
}

/** The chosen look, in one piece, so that who draws hears of every change. */
export const outlineLook = computed<OutlineLook>(() => ({
  styles: {
    capsule: outlineStyles.capsule.value,
    cortex: outlineStyles.cortex.value,
    medulla: outlineStyles.medulla.value,
    'central-echo-complex': outlineStyles['central-echo-complex'].value,
  },
  strength: Number(outlineStrength.value) / 100,
}));
