import { addMessages } from '../i18n/en.ts';
import { annotationFiles } from '../i18n/en-annotation-files.ts';
import { sayPhrase } from '../i18n/say.ts';
import type { Loss } from './losses-of.ts';

addMessages(annotationFiles);

/** What an export would lose, in one sentence. */
export function sayLoss({ code, count }: Loss): string {
  return sayPhrase({ key: `annotation.loss.${code}`, params: { count } });
}
