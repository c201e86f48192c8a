import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Structure } from '../analysis.ts';
import { say, sayPhrase } from '../i18n/say.ts';
import { scaleWords, verdictWords } from '../report/describe-report.ts';
import type { Report } from '../report/report.ts';
import { fitPaper } from './fit-paper.ts';
import { LineSwatch } from './line-swatch.tsx';
import styles from './report-paper.module.css';
import { FindingsPart, FunctionPart } from './report-readings.tsx';
import { SizesPart } from './report-sizes.tsx';
import { datesWords, patientWords } from './report-words.ts';
import { structureStyles } from './structure-style.ts';

interface ReportPaperProps {
  readonly report: Report;
  /** Address of the drawn picture; null while it is drawn. */
  readonly picture: string | null;
  /** What is outlined in it. */
  readonly outlined: readonly Structure[];
  /** What is printed and kept nowhere. */
  readonly notes: string;
}

/** The report as paper: white in every theme, and one page when it is printed. */
export function ReportPaper({ report, picture, outlined, notes }: ReportPaperProps): VNode {
  const paper = useRef<HTMLElement>(null);
  useEffect(() => (paper.current ? fitPaper(paper.current) : undefined), []);
  return (
    <article ref={paper} class={styles.paper} aria-label={say('report.paper')}>
      <Head report={report} />
      <div class={styles.columns}>
        <div class={styles.column}>
          <PicturePart report={report} picture={picture} outlined={outlined} />
          <QualityPart report={report} />
        </div>
        <SizesPart report={report} />
      </div>
      {(report.findings || report.function || report.blood) && (
        <div class={styles.columns}>
          {report.findings && <FindingsPart findings={report.findings} />}
          <FunctionPart report={report} />
        </div>
      )}
      <CaveatsPart report={report} />
      {notes.trim() !== '' && (
        <section>
          <h3>{say('report.notes.title')}</h3>
          <p>{notes.trim()}</p>
        </section>
      )}
      <Foot report={report} />
    </article>
  );
}

function Head({ report }: { readonly report: Report }): VNode {
  const { patient, picture, madeAt } = report;
  const who = patientWords(patient);
  return (
    <header class={styles.head}>
      <div class={styles.title}>
        <h2>{say('report.title')}</h2>
        <p class={styles.quiet}>{datesWords(picture.analysedAt, madeAt)}</p>
      </div>
      {who !== '' && <p class={styles.who}>{who}</p>}
      <p class={styles.notice}>
        <strong>{say('report.notice')}</strong> {say('report.notice.more')}
      </p>
    </header>
  );
}

function PicturePart({ report, picture, outlined }: Omit<ReportPaperProps, 'notes'>): VNode {
  return (
    <figure class={styles.picture}>
      {picture && <img src={picture} alt={say('report.picture.alt')} />}
      <figcaption class={styles.quiet}>
        {outlined.length > 0 && (
          <span class={styles.legend}>
            {outlined.map((structure) => (
              <span key={structure}>
                <LineSwatch style={structureStyles[structure]} /> {say(`outline.name.${structure}`)}
              </span>
            ))}
          </span>
        )}
        {report.whyNoSizes ? say(`sizes.none.${report.whyNoSizes}`) : scaleWords(report.scale)}
      </figcaption>
    </figure>
  );
}

function QualityPart({ report: { quality } }: { readonly report: Report }): VNode {
  const why = [...(quality.doubt ? [quality.doubt] : []), ...quality.causes].map(sayPhrase);
  return (
    <section>
      <h3>{say('report.quality')}</h3>
      <p class={styles.verdict}>{verdictWords(quality)}</p>
      {why.map((words) => (
        <p key={words} class={styles.quiet}>
          {words}
        </p>
      ))}
    </section>
  );
}

function CaveatsPart({ report: { caveats } }: { readonly report: Report }): VNode | null {
  if (caveats.length === 0) return null;
  return (
    <section>
      <h3>{say('report.caveats')}</h3>
      <ul class={styles.caveats}>
        {caveats.map((caveat) => (
          <li key={caveat}>{say(`report.caveat.${caveat}`)}</li>
        ))}
      </ul>
    </section>
  );
}

/** What is not in it, and how it was made. */
function Foot({ report }: { readonly report: Report }): VNode {
  const { missing, provenance, id } = report;
  const { appVersion, backend, selfTest, models } = provenance;
  const made = [
    say('report.provenance.app', { version: appVersion, backend }),
    say(`report.provenance.self-test.${selfTest.passed ? 'passed' : 'failed'}`),
    say('report.provenance.record', { id }),
  ];
  return (
    <footer class={styles.foot}>
      {missing.length > 0 && (
        <p>
          {say('report.missing')}: {missing.map((part) => say(`report.missing.${part}`)).join(', ')}.
        </p>
      )}
      <p>{made.join(' · ')}</p>
      {[...new Set(models.map((model) => say('report.provenance.model', model)))].map((model) => (
        <p key={model}>{model}</p>
      ))}
    </footer>
  );
}
