import type { VNode } from 'preact';
import { say, sayCount } from '../i18n/say.ts';
import type { Report, ReportedSize } from '../report/report.ts';
import styles from './report-paper.module.css';
import { reportedSizeWords } from './report-words.ts';

/** More distances laid by hand than this would leave no room for the rest of the page. */
const mostCalipers = 6;

/** Every size with its ± and where it should lie; of those laid by hand the first few. */
export function SizesPart({ report: { sizes } }: { readonly report: Report }): VNode | null {
  const shown = chooseShown(sizes);
  if (shown.length === 0) return null;
  const left = sizes.filter(({ method }) => method === 'caliper').length - mostCalipers;
  return (
    <section>
      <h3>{say('report.sizes')}</h3>
      <table class={styles.table}>
        <tbody>
          {shown.map((size, index) => (
            <SizeRow key={index} size={size} />
          ))}
        </tbody>
      </table>
      {left > 0 && <p class={styles.quiet}>{sayCount('report.sizes.more', left)}</p>}
      <p class={styles.quiet}>{say('report.sizes.plus-minus')}</p>
      <Sources sizes={shown} />
    </section>
  );
}

/** The perimeter is in the files alone: nobody reads it off paper. */
function chooseShown(sizes: readonly ReportedSize[]): readonly ReportedSize[] {
  const laid = sizes.filter(({ method }) => method === 'caliper');
  const leftOut = new Set(laid.slice(mostCalipers));
  return sizes.filter((size) => size.kind !== 'perimeter' && !leftOut.has(size));
}

function SizeRow({ size }: { readonly size: ReportedSize }): VNode {
  const { title, value, plusMinus, usual } = reportedSizeWords(size);
  return (
    <tr>
      <th scope="row">
        {title}
        {size.method !== 'outline' && <small>{say(`report.method.short.${size.method}`)}</small>}
      </th>
      <td class={styles.number}>
        <b>{value}</b> {plusMinus}
        {usual && <small>{say('report.sizes.reference', { range: usual })}</small>}
      </td>
    </tr>
  );
}

function Sources({ sizes }: { readonly sizes: readonly ReportedSize[] }): VNode | null {
  const cited = sizes.flatMap(({ reference }) => (reference ? [say(`reference.${reference.source}`)] : []));
  if (cited.length === 0) return null;
  const sources = [...new Set(cited)].join('; ');
  return <p class={styles.quiet}>{say('report.sizes.reference.sources', { sources })}</p>;
}
