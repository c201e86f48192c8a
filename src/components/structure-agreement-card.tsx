import type { VNode } from 'preact';
import { formatFigure, formatInterval, pairName } from '../agreement/figures.ts';
import type { Structure } from '../analysis.ts';
import type { Estimate } from '../evaluation/bootstrap.ts';
import type {
  Measure,
  PairAgreement,
  ReaderAgreement,
  StructureAgreement,
} from '../evaluation/compare-readers.ts';
import { publishedDice } from '../evaluation/published-ceiling.ts';
import { say } from '../i18n/say.ts';
import card from './card.module.css';
import { DiceChart } from './dice-chart.tsx';
import styles from './metrics-table.module.css';
import own from './structure-agreement-card.module.css';

interface StructureAgreementProps {
  readonly structure: Structure;
  readonly agreement: ReaderAgreement;
  /** The last reader is a model: what two readers agree by is then the most to ask of it. */
  readonly hasModel: boolean;
}

/** A pair of readers who both drew the structure. */
interface Column {
  readonly pair: PairAgreement;
  readonly found: StructureAgreement;
}

/** Square pixels tell nobody anything: the share does. The saved table has both. */
function rowsIn(unit: ReaderAgreement['unit']): readonly Measure[] {
  const common = ['dice', 'jaccard', 'hausdorff95', 'hausdorff', 'lengthDifference'] as const;
  return unit === 'cm' ? [...common, 'areaDifference', 'areaShare'] : [...common, 'areaShare'];
}

/** The figures of one structure, a column for each pair of readers, with what two people reach. */
export function StructureAgreementCard({ structure, agreement, hasModel }: StructureAgreementProps): VNode {
  const { pairs, readers, unit } = agreement;
  const columns = pairs.flatMap((pair): Column[] => {
    const found = pair.structures.find((one) => one.structure === structure);
    return found ? [{ pair, found }] : [];
  });
  const ofPeople =
    readers.length === 3 && hasModel ? columns.find(({ pair }) => !pair.readers.includes(2)) : undefined;
  const ceiling = ofPeople?.found.figures.dice?.value;
  return (
    <section class={card.card}>
      <h2>{say(`outline.name.${structure}`)}</h2>
      {columns.map(({ pair }) => (
        <DiceChart
          key={pairName(pair.readers)}
          pair={pair}
          structure={structure}
          ceiling={ceiling ?? publishedDice[structure]}
        />
      ))}
      <div class={own.scroll}>
        <table class={styles.table}>
          <Head columns={columns} ofPeople={ofPeople} />
          <tbody>
            {rowsIn(unit).map((measure) => (
              <Row key={measure} measure={measure} columns={columns} unit={unit} />
            ))}
            <Counts columns={columns} />
          </tbody>
        </table>
      </div>
      <Notes columns={columns} readers={readers} />
      {ceiling !== undefined && <p>{say('agreement.ceiling', { value: ceiling.toFixed(3) })}</p>}
      <p class={card.small}>{say('agreement.published', { value: publishedDice[structure].toFixed(3) })}</p>
    </section>
  );
}

function Head({
  columns,
  ofPeople,
}: {
  readonly columns: readonly Column[];
  readonly ofPeople: Column | undefined;
}): VNode {
  return (
    <thead>
      <tr>
        <th scope="col">{say('agreement.figure')}</th>
        {columns.map((column) => (
          <th key={pairName(column.pair.readers)} scope="col">
            {pairName(column.pair.readers)}
            {column === ofPeople && <span class={styles.dataset}>{say('agreement.between')}</span>}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface RowProps {
  readonly measure: Measure;
  readonly columns: readonly Column[];
  readonly unit: ReaderAgreement['unit'];
}

function Row({ measure, columns, unit }: RowProps): VNode {
  return (
    <tr>
      <th scope="row">{say(`agreement.figure.${measure}`)}</th>
      {columns.map(({ pair, found }) => (
        <Cell key={pairName(pair.readers)} estimate={found.figures[measure]} measure={measure} unit={unit} />
      ))}
    </tr>
  );
}

interface CellProps extends Omit<RowProps, 'columns'> {
  readonly estimate: Estimate | null;
}

function Cell({ estimate, measure, unit }: CellProps): VNode {
  if (estimate === null) return <td>–</td>;
  const { value, interval } = estimate;
  return (
    <td class={styles.figure}>
      {formatFigure(measure, value, unit)}
      {interval && <span class={styles.dataset}>{formatInterval(measure, interval, unit)}</span>}
    </td>
  );
}

function Counts({ columns }: { readonly columns: readonly Column[] }): VNode {
  return (
    <tr>
      <th scope="row">{say('agreement.figure.n')}</th>
      {columns.map(({ pair, found }) => (
        <td key={pairName(pair.readers)} class={styles.figure}>
          {found.figures.dice?.n ?? 0}
        </td>
      ))}
    </tr>
  );
}

/** Where one reader saw a structure and the other did not, the mean alone would hide why it is low. */
function Notes({
  columns,
  readers,
}: {
  readonly columns: readonly Column[];
  readonly readers: readonly string[];
}): VNode {
  const lines = columns.flatMap(({ pair, found: { drawnBy, diceOfBoth } }) => {
    const alone = (['first', 'second'] as const).flatMap((side, i) => {
      const reader = readers[pair.readers[i] ?? 0] ?? '';
      return drawnBy[side] === 0 ? [] : [say('agreement.drawn-by-one', { count: drawnBy[side], reader })];
    });
    const both = `${say('agreement.figure.both')}: ${diceOfBoth?.value.toFixed(3) ?? '–'}.`;
    return alone.length === 0 ? [] : [`${pairName(pair.readers)}: ${alone.join(' ')} ${both}`];
  });
  return (
    <>
      {lines.map((line) => (
        <p key={line} class={card.small}>
          {line}
        </p>
      ))}
    </>
  );
}
