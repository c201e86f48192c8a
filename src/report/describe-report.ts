import { addMessages } from '../i18n/en.ts';
import { findingsWords } from '../i18n/en-findings.ts';
import { measure } from '../i18n/en-measure.ts';
import { report as messages } from '../i18n/en-report.ts';
import { formatFineShare } from '../i18n/format.ts';
import { say } from '../i18n/say.ts';
import type { BloodResult, Report, ReportedBlood, ReportedFunction, ReportedSize } from './report.ts';

// What every writer here says; whoever imports one need not know.
addMessages(findingsWords);
addMessages(measure);
addMessages(messages);

/** What stands in every export. */
export function noticeWords(): string {
  return `${say('report.notice')} ${say('report.notice.more')}`;
}

/** What a size is called. */
export function sizeTitle(kind: ReportedSize['kind']): string {
  return kind === 'distance' ? say('report.size.distance') : say(`size.${kind}`);
}

/** Where the centimetres come from and how sure they are, or why there are none. */
export function scaleWords(scale: Report['scale']): string {
  if (scale.source === null) return say(`scale.none.${scale.why}`);
  const source = say(`scale.source.${scale.source}`);
  return scale.plusMinusShare === 0 ? source : `${source}, ± ${formatFineShare(scale.plusMinusShare)}`;
}

/** What a size was measured on, and by which scale. */
export function sizeMethodWords({ method }: ReportedSize, scale: Report['scale']): string {
  return `${say(`report.method.${method}`)}; ${scaleWords(scale)}`;
}

/** Which equation was used on which creatinine. */
export function bloodMethodWords({ test }: ReportedBlood): string {
  return say('report.blood.how', { equation: say(`report.equation.${test.equation}`), ...test.creatinine });
}

/** KDIGO's stages: "KDIGO G3a", "KDIGO A2"; G1 and G2 are one where the value is told as 60 or more. */
export function stageWords({ stages, albumin }: BloodResult): string[] {
  const told = [stages.join(' or '), albumin ?? ''].filter((stage) => stage !== '');
  return told.map((stage) => say('report.blood.stage', { stage }));
}

/** How a model came to a function, and what its numbers mean. */
export function functionMethodWords({ model, scale }: ReportedFunction): string {
  const how = say('report.function.how', { scale });
  return `${model.name} ${model.version}. ${how} ${say('report.function.never')}`;
}

/** The verdict's name: several faults are joined. */
export function verdictWords({ verdict }: Report['quality']): string {
  if (verdict.kind !== 'faults') return say(`verdict.${verdict.kind}`);
  return verdict.faults.map((fault) => say(`verdict.${fault}`)).join(` ${say('verdict.and')} `);
}
