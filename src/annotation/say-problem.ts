import { addMessages } from '../i18n/en.ts';
import { annotationFiles } from '../i18n/en-annotation-files.ts';
import { sayPhrase } from '../i18n/say.ts';
import type { Place, Problem } from './problem.ts';

addMessages(annotationFiles);

/** A problem in one line: where, what, and what becomes of it is the caller's to add (`effect`). */
export function sayProblem({ code, place, facts }: Problem): string {
  const reason = sayPhrase({ key: `annotation.problem.${code}`, params: facts });
  return sayPhrase({ key: `annotation.at.${kindOf(place)}`, params: { ...place, reason } });
}

/** Rows are named rather than the picture in them: the row is what can be found and mended. */
function kindOf({ row, picture, shape }: Place): 'file' | 'row' | 'picture' | 'shape' | 'object' {
  if (row !== undefined) return 'row';
  if (shape !== undefined) return picture === undefined ? 'object' : 'shape';
  return picture === undefined ? 'file' : 'picture';
}
