import { formatTime } from '../i18n/format.ts';
import { formatMeasured, inTenths } from '../i18n/format-measure.ts';
import { say } from '../i18n/say.ts';
import { sizeTitle } from '../report/describe-report.ts';
import type { ReportedSize, ReportPatient } from '../report/report.ts';

/** A size as it is read on paper. */
export interface ReportedSizeWords {
  readonly title: string;
  readonly value: string;
  readonly plusMinus: string;
  /** What 95 of 100 healthy people have; null where no source fits. */
  readonly usual: string | null;
}

/** A size in words; thin layers are read in millimetres. */
export function reportedSizeWords(size: ReportedSize): ReportedSizeWords {
  const { kind, unit, isLowerBound, reference } = size;
  const isThin = unit === 'cm' && (kind === 'cortex' || kind === 'parenchyma');
  const write = (value: number, plusMinus: number) =>
    isThin
      ? formatMeasured(inTenths({ value, plusMinus }), 'mm')
      : formatMeasured({ value, plusMinus }, unit);
  const { value, plusMinus } = write(size.value, size.plusMinus);
  const coarse = unit === 'ml' ? 2 : 0.2;
  return {
    title: sizeTitle(kind),
    value: isLowerBound ? say('report.at-least', { value }) : value,
    plusMinus,
    usual:
      reference &&
      `${write(reference.low, coarse).value.replace(/ .*/, '')}–${write(reference.high, coarse).value}`,
  };
}

/** Who was scanned, in one line; empty where nobody said. */
export function patientWords({ pseudonym, ageYears, sex, heightCm, side }: ReportPatient): string {
  return [
    pseudonym && say('report.patient.pseudonym', { pseudonym }),
    ageYears !== undefined && say('report.patient.age', { years: ageYears }),
    sex && say(`report.patient.${sex}`),
    heightCm !== undefined && say('report.patient.height', { cm: heightCm }),
    side && say(`report.patient.${side}`),
  ]
    .filter((part) => typeof part === 'string' && part !== '')
    .join(' · ');
}

/** When a picture was checked and its report made. */
export function datesWords(analysedAt: number, madeAt: number): string {
  return say('report.made', { analysed: formatTime(analysedAt), made: formatTime(madeAt) });
}
