import { readFileSync } from 'node:fs';
import { parse } from 'valibot';
import { type Card, cardSchema } from '../../workers/card.ts';
import { mainFigures } from './main-figures.ts';

/** The pages that show figures, from the repository's root. */
export const pages = [
  'docs/models.md',
  'training/README.md',
  'training/kidney_crop/README.md',
  'training/tissue_layers/README.md',
] as const;

/** The shipped models' cards by name. */
export function readCards(): ReadonlyMap<string, Card> {
  const read = (name: string): Card =>
    parse(cardSchema, JSON.parse(readFileSync(`models/${name}/card.json`, 'utf8')));
  return new Map(Object.keys(mainFigures).map((name) => [name, read(name)]));
}
