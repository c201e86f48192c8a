import type { VNode } from 'preact';
import { say } from '../i18n/say.ts';
import type { Report, ReportPart } from '../report/report.ts';
import { type ExaminationPart, hashOf } from '../route.ts';
import styles from './report-screen.module.css';

/** Where each part is measured; null for the result itself. */
const placeOf: Readonly<Record<ReportPart, ExaminationPart | null>> = {
  scale: 'measure',
  volume: 'measure',
  findings: 'findings',
  function: 'function',
  blood: 'function',
  patient: null,
};

/** What the report could hold and does not, each with the way to where it is measured. */
export function ReportMissing({ report: { id, missing } }: { readonly report: Report }): VNode | null {
  if (missing.length === 0) return null;
  return (
    <nav class={styles.missing} aria-label={say('report.missing')}>
      <span>{say('report.missing')}:</span>
      {missing.map((part) => {
        const place = placeOf[part];
        const to = { place: 'examination', id } as const;
        return (
          <a key={part} href={hashOf(place === null ? to : { ...to, part: place })}>
            {say(`report.missing.${part}`)}
          </a>
        );
      })}
    </nav>
  );
}
