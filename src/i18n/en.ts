import { failures } from './en-failures.ts';
import { feedback } from './en-feedback.ts';
import { screens } from './en-screens.ts';

/** Every word that a user reads, in English. `{name}` is filled in by `say`; keys are `place.thing`. */
export const en = { ...screens, ...feedback, ...failures } as const;
