import type { advice } from './en-advice.ts';
import type { agreement } from './en-agreement.ts';
import type { annotate } from './en-annotate.ts';
import type { annotationFiles } from './en-annotation-files.ts';
import type { clip } from './en-clip.ts';
import type { contour } from './en-contour.ts';
import { failures } from './en-failures.ts';
import { feedback } from './en-feedback.ts';
import type { findingsWords } from './en-findings.ts';
import type { framing } from './en-framing.ts';
import type { kidneyFunction } from './en-function.ts';
import type { lab } from './en-lab.ts';
import type { live } from './en-live.ts';
import type { measure } from './en-measure.ts';
import type { measuring } from './en-measuring.ts';
import type { outline } from './en-outline.ts';
import type { patient } from './en-patient.ts';
import type { practice } from './en-practice.ts';
import type { report } from './en-report.ts';
import type { screenView } from './en-screen-view.ts';
import type { screening } from './en-screening.ts';
import { screens } from './en-screens.ts';
import type { stage } from './en-stage.ts';
import type { tissue } from './en-tissue.ts';
import type { trend } from './en-trend.ts';
import type { who } from './en-who.ts';

const first = { ...screens, ...feedback, ...failures } as const;

type Messages = typeof first &
  typeof advice &
  typeof agreement &
  typeof lab &
  typeof annotationFiles &
  typeof lab &
  typeof annotate &
  typeof live &
  typeof measure &
  typeof patient &
  typeof clip &
  typeof measuring &
  typeof contour &
  typeof findingsWords &
  typeof framing &
  typeof kidneyFunction &
  typeof outline &
  typeof stage &
  typeof practice &
  typeof report &
  typeof screenView &
  typeof screening &
  typeof tissue &
  typeof trend &
  typeof who;

/**
 * Every word that a user reads, in English. `{name}` is filled in by `say`; keys are `place.thing`. What only one lazy
 * screen says joins when that screen is loaded, so that the first screen need not wait for it.
 */
export const en: Messages = { ...first } as Messages;

/** Joins the words of a screen that is loaded later; it does so before it says any of them. */
export function addMessages(messages: Partial<Messages>): void {
  Object.assign(en, messages);
}
