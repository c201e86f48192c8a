import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fillPage } from '../../../training/tables/fill-page.ts';
import { mainFigures } from '../../../training/tables/main-figures.ts';
import { pages, readCards } from '../../../training/tables/pages.ts';

const cards = readCards();

describe('figures on pages', () => {
  test.each(pages)('%s says what the cards say', (page) => {
    const text = readFileSync(page, 'utf8');
    expect(text).toMatch(/<!-- figures: /);
    expect(text, 'run npx tsx training/write-tables.ts').toBe(fillPage(text, cards));
  });

  test.each(Object.entries(mainFigures))(
    'every figure that is wished for of %s is on its card',
    (name, wishes) => {
      const metrics = cards.get(name)?.metrics ?? [];
      for (const { subject, metric, dataset } of wishes) {
        const found = metrics.filter(
          (one) => one.subject === subject && metric.test(one.metric) && dataset.test(one.dataset),
        );
        expect(found.length, `${subject}, ${metric}, ${dataset}`).toBeGreaterThan(0);
      }
    },
  );

  test('a figure that was changed by hand is put right', () => {
    const page = '<!-- figures: kidney-view main -->\n| made up |\n<!-- end of figures -->';
    expect(fillPage(page, cards)).toMatch(/\| capsule \| Dice/);
    expect(fillPage(page, cards)).not.toMatch(/made up/);
  });

  test('a mark that names no model is refused', () => {
    const page = '<!-- figures: nothing main -->\n<!-- end of figures -->';
    expect(() => fillPage(page, cards)).toThrow(RangeError);
  });
});
