import type { VNode } from 'preact';
import { formatNumber, formatProbability, formatShare } from '../i18n/format.ts';
import { say } from '../i18n/say.ts';
import { bloodMethodWords, stageWords } from '../report/describe-report.ts';
import type {
  Report,
  ReportedBlood,
  ReportedFindings,
  ReportedFunction,
  ReportedProbability,
} from '../report/report.ts';
import { findingName } from './finding-words.ts';
import styles from './report-paper.module.css';

/** What the models looked for, each with its probability and what that says. */
export function FindingsPart({ findings }: { readonly findings: ReportedFindings }): VNode {
  return (
    <section>
      <h3>{say('report.findings')}</h3>
      <table class={styles.table}>
        <tbody>
          {findings.readings.map((reading) => (
            <ProbabilityRow
              key={reading.finding}
              title={findingName(reading.finding)}
              reading={reading}
              more={
                reading.insideShare !== null && (reading.state === 'seen' || reading.state === 'unsure')
                  ? say('report.finding.inside', { percent: formatShare(reading.insideShare) })
                  : null
              }
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface ProbabilityRowProps {
  readonly title: string;
  readonly reading: ReportedProbability;
  readonly more?: string | null;
}

function ProbabilityRow({ title, reading, more = null }: ProbabilityRowProps): VNode {
  const { probability, threshold, state } = reading;
  const said = say(`finding.state.${state}`);
  return (
    <tr>
      <th scope="row">
        {title}
        {more && <small>{more}</small>}
      </th>
      <td>{state === 'seen' ? <b>{said}</b> : said}</td>
      <td class={styles.number}>
        {probability !== null && (
          <>
            {formatProbability(probability)}
            <small>{say('report.finding.from', { percent: formatProbability(threshold) })}</small>
          </>
        )}
      </td>
    </tr>
  );
}

/** Function read off the picture and from blood, apart from each other, each with its scale; null without either. */
export function FunctionPart({ report }: { readonly report: Report }): VNode | null {
  const { function: said, blood } = report;
  if (said === null && blood === null) return null;
  return (
    <section>
      <h3>{say('report.function')}</h3>
      {blood && <Blood blood={blood} />}
      {said && <FromPicture said={said} />}
    </section>
  );
}

function Blood({ blood }: { readonly blood: ReportedBlood }): VNode {
  const { test, result } = blood;
  const value = result && formatNumber(Math.round(result.egfr));
  return (
    <div class={styles.function}>
      <p>
        {say('report.blood')}
        {result === null && `: ${say('report.blood.none')}`}
        {result && (
          <>
            {': '}
            <b>{say('report.blood.egfr', { value: result.isAtLeast ? `≥ ${value}` : `${value}` })}</b>
            {stageWords(result).map((stage) => `, ${stage}`)}
          </>
        )}
      </p>
      <p class={styles.quiet}>
        {bloodMethodWords(blood)}
        {test.takenOn && `, ${say('report.blood.taken', { date: test.takenOn })}`}
        {'. '}
        {result?.sign === 'ckd-if-lasting' && say('report.blood.not-lasting')}
      </p>
    </div>
  );
}

function FromPicture({ said }: { readonly said: ReportedFunction }): VNode {
  const [low, high] = [formatNumber(Math.round(said.low)), formatNumber(Math.round(said.high))];
  return (
    <div class={styles.function}>
      <p>
        {say('report.function.picture')}: <b>{say('report.function.interval', { low, high })}</b>
      </p>
      <p class={styles.quiet}>
        {say('report.function.how', { scale: said.scale })} {say('report.function.never')}
      </p>
      {said.ckd && (
        <table class={styles.table}>
          <tbody>
            <ProbabilityRow title={say('report.function.ckd')} reading={said.ckd} />
          </tbody>
        </table>
      )}
    </div>
  );
}
