/**
 * Puts the cards' figures into the pages that show them, between their marks (see tables/fill-page.ts).
 *
 *     npx tsx training/write-tables.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fillPage } from './tables/fill-page.ts';
import { pages, readCards } from './tables/pages.ts';

const cards = readCards();
for (const page of pages) writeFileSync(page, fillPage(readFileSync(page, 'utf8'), cards));
