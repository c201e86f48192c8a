import { sayPhrase } from '../i18n/say.ts';
import { noticeWords } from './describe-report.ts';
import type { Report } from './report.ts';

/** What the file says it is; `docs/report-files.md` says what each field means. */
const schema = { schema: 'kidney-ultrasound-coach/report', version: 1 } as const;

/** A report as JSON: all of it, with the notice, and the causes in words beside their keys. */
export function writeJson(report: Report): string {
  const { madeAt, picture, quality, ...others } = report;
  const causes = quality.causes.map(sayPhrase);
  const whole = {
    ...schema,
    notice: noticeWords(),
    ...others,
    madeAt: new Date(madeAt).toISOString(),
    picture: { ...picture, analysedAt: new Date(picture.analysedAt).toISOString() },
    quality: { ...quality, causes, doubt: quality.doubt && sayPhrase(quality.doubt) },
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}
