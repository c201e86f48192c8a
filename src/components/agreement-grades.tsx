import type { VNode } from 'preact';
import { useId, useState } from 'preact/hooks';
import { pairName } from '../agreement/figures.ts';
import type { Estimate } from '../evaluation/bootstrap.ts';
import type { PairAgreement, ReaderAgreement } from '../evaluation/compare-readers.ts';
import type { GradeAgreement } from '../evaluation/grades.ts';
import { formatFineShare } from '../i18n/format.ts';
import { say } from '../i18n/say.ts';
import styles from './agreement-grades.module.css';
import card from './card.module.css';
import table from './metrics-table.module.css';

/** How the readers agree on what they said about whole pictures; which attribute, the user picks. */
export function AgreementGrades({
  agreement: { pairs, readers },
}: {
  readonly agreement: ReaderAgreement;
}): VNode | null {
  const attributes = [
    ...new Set(pairs.flatMap(({ grades }) => grades.map(({ attribute }) => attribute))),
  ].sort((a, b) => rank(a) - rank(b));
  const [chosen, setChosen] = useState<string | null>(null);
  const id = useId();
  const [first] = attributes;
  if (first === undefined) return null;
  const attribute = chosen ?? first;
  return (
    <section class={card.card}>
      <h2>{say('agreement.grades')}</h2>
      <div class={styles.field}>
        <label for={id}>{say('agreement.grades.attribute')}</label>
        <select id={id} value={attribute} onChange={(event) => setChosen(event.currentTarget.value)}>
          {attributes.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </div>
      {pairs.map((pair) => (
        <PairGrades key={pairName(pair.readers)} pair={pair} attribute={attribute} readers={readers} />
      ))}
      <p class={card.small}>{say('agreement.kappa.more')}</p>
    </section>
  );
}

/** Quality is what most files grade. */
function rank(attribute: string): number {
  if (attribute === 'Quality') return 0;
  return /optimal/i.test(attribute) ? 1 : 2;
}

interface PairGradesProps {
  readonly pair: PairAgreement;
  readonly attribute: string;
  readonly readers: readonly string[];
}

function PairGrades({ pair, attribute, readers }: PairGradesProps): VNode | null {
  const found = pair.grades.find((one) => one.attribute === attribute);
  if (found === undefined) return null;
  const [first, second] = pair.readers.map((reader) => readers[reader] ?? '');
  return (
    <>
      <h3>{pairName(pair.readers)}</h3>
      {found.kappa === null && <p>{say('agreement.kappa.none')}</p>}
      <table class={table.table}>
        <tbody>
          {found.kappa && <KappaRow name={say('agreement.kappa')} kappa={found.kappa} />}
          {found.weightedKappa && (
            <KappaRow name={say('agreement.kappa.weighted')} kappa={found.weightedKappa} />
          )}
          <tr>
            <th scope="row">{say('agreement.kappa.same')}</th>
            <td class={table.figure}>{formatFineShare(found.agreedShare)}</td>
          </tr>
          <tr>
            <th scope="row">{say('agreement.figure.n')}</th>
            <td class={table.figure}>{found.n}</td>
          </tr>
        </tbody>
      </table>
      <p class={card.small}>{say('agreement.confusion', { first: first ?? '', second: second ?? '' })}</p>
      <ConfusionTable found={found} />
    </>
  );
}

function KappaRow({
  name,
  kappa: { value, interval },
}: {
  readonly name: string;
  readonly kappa: Estimate;
}): VNode {
  const ends = interval?.map(toText);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td class={table.figure}>
        {toText(value)}
        {ends && (
          <span class={table.dataset}>
            {say('agreement.interval', { low: ends[0] ?? '', high: ends[1] ?? '' })}
          </span>
        )}
      </td>
    </tr>
  );
}

/** With a true minus. */
function toText(kappa: number): string {
  return kappa.toFixed(2).replace('-', '−');
}

function ConfusionTable({ found: { grades, confusion } }: { readonly found: GradeAgreement }): VNode {
  return (
    <div class={styles.scroll}>
      <table class={`${table.table} ${styles.confusion}`}>
        <thead>
          <tr>
            <td />
            {grades.map((grade) => (
              <th key={grade} scope="col">
                {grade}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {confusion.map((row, i) => (
            <tr key={grades[i]}>
              <th scope="row">{grades[i]}</th>
              {row.map((count, j) => (
                <td key={grades[j]} class={i === j ? styles.same : undefined}>
                  {count}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
