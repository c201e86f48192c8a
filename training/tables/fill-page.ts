import type { Card } from '../../workers/card.ts';
import { mainFigures, type Wish } from './main-figures.ts';

type Metric = Card['metrics'][number];

/** Cards by model name. */
export type Cards = ReadonlyMap<string, Card>;

/** What stands between `<!-- figures: kidney-view main -->` and `<!-- end of figures -->`. */
const mark = /<!-- figures: (\S+) (\S+) -->\n[\s\S]*?<!-- end of figures -->/g;

/**
 * The page with each marked table made anew from the cards, so that no page can say what a card does not. Kinds:
 * `main` (see main-figures.ts), `all`, `robustness`.
 * @throws RangeError for a mark that names an unknown model or kind.
 */
export function fillPage(page: string, cards: Cards): string {
  return page.replace(mark, (_, name: string, kind: string) => {
    const card = cards.get(name);
    const make = tables[kind];
    if (card === undefined || make === undefined) throw new RangeError(`no table ${name} ${kind}`);
    return `<!-- figures: ${name} ${kind} -->\n${make(card)}\n<!-- end of figures -->`;
  });
}

const tables: Readonly<Record<string, (card: Card) => string>> = {
  main: mainTable,
  all: (card) =>
    table(['about', 'figure', 'measured on', 'value (95 % interval)', 'n'], card.metrics.map(fullRow)),
  robustness: robustnessTable,
};

function mainTable(card: Card): string {
  const rows = (mainFigures[card.name] ?? []).flatMap((wish) =>
    card.metrics
      .filter((metric) => fits(metric, wish))
      .map((metric) => [...fullRow(metric), wish.beside ?? '']),
  );
  return table(['about', 'figure', 'measured on', 'value (95 % interval)', 'n', 'beside it'], rows);
}

function fits({ subject, metric, dataset }: Metric, wish: Wish): boolean {
  return subject === wish.subject && wish.metric.test(metric) && wish.dataset.test(dataset);
}

function fullRow({ subject, metric, dataset, pictures, value, interval, n }: Metric): string[] {
  const [low, high] = interval.map(digits);
  return [subject, metric, `${dataset} (${pictures})`, `${digits(value)} (${low}–${high})`, String(n)];
}

/** A line a change, a column a figure; empty where a figure was not taken. */
function robustnessTable({ robustness = [] }: Card): string {
  const nameOf = ({ subject, metric }: Metric): string => `${subject}, ${metric.split(',')[0]}`;
  const names = [...new Set(robustness.map(nameOf))];
  const changes = [...new Set(robustness.map(({ change }) => change))];
  const rows = changes.map((change) => [
    change,
    ...names.map((name) => {
      const found = robustness.find((figure) => figure.change === change && nameOf(figure) === name);
      return found === undefined ? '' : digits(found.value);
    }),
  ]);
  return table(['change', ...names], rows);
}

/** Shares to three digits; what is counted in larger units, to one. */
function digits(value: number): string {
  return value.toFixed(Math.abs(value) > 5 ? 1 : 3);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
