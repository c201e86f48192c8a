import type { Attributes, Json } from '../annotation/annotation.ts';
import { bootstrapInterval, type Estimate } from './bootstrap.ts';
import {
  agreedShare,
  type Confusion,
  cohenKappa,
  confusionOf,
  type GradePair,
  type Weights,
} from './kappa.ts';
import type { SharedPicture } from './match-pictures.ts';

/** How two readers graded the same pictures by one attribute. */
export interface GradeAgreement {
  /** What was graded, as the files spell it ("Quality"). */
  readonly attribute: string;
  /** The grades that either gave; in their order when they have one, best last, else as they appear. */
  readonly grades: readonly string[];
  /** Rows: the first reader's grades; columns: the second's. */
  readonly confusion: Confusion;
  /** Pictures that both graded. */
  readonly n: number;
  readonly agreedShare: number;
  /** Null where both gave one grade throughout. */
  readonly kappa: Estimate | null;
  /** For ordered grades of more than two steps; null for others. */
  readonly weightedKappa: Estimate | null;
}

/** Scales in use whose order is known, lowest first, in lower case. */
const scales: readonly (readonly string[])[] = [
  ['unsatisfactory', 'poor', 'fair', 'good', 'excellent'],
  ['low', 'ok', 'high'],
  ['no', 'yes'],
];

/** More different answers than this are remarks and not grades. */
const mostGrades = 12;

/** The attributes by which both readers graded pictures, agreement of each. */
export function compareGrades(
  pictures: readonly SharedPicture[],
  [a, b]: readonly [number, number],
): GradeAgreement[] {
  const pairs = pictures.map(({ readings }) => [
    readings[a]?.attributes ?? {},
    readings[b]?.attributes ?? {},
  ]);
  const names = new Set(pairs.flatMap((pair) => pair.flatMap((attributes) => Object.keys(attributes))));
  return [...names].flatMap((attribute) => {
    const given = pairs.flatMap(([one = {}, other = {}]) => {
      const [first, second] = [gradeOf(one, attribute), gradeOf(other, attribute)];
      return first === null || second === null ? [] : [[first, second] as const];
    });
    return agreementOf(attribute, given) ?? [];
  });
}

type Given = readonly [first: string, second: string];

function agreementOf(attribute: string, given: readonly Given[]): GradeAgreement | null {
  const { grades, isOrdered } = orderGrades(given.flat());
  const areRemarks = /comment|remark|note/i.test(attribute) || grades.length > mostGrades;
  if (given.length === 0 || areRemarks) return null;
  const place = new Map(grades.map((grade, i) => [grade.toLowerCase(), i]));
  const numberOf = (grade: string): number => place.get(grade.toLowerCase()) ?? 0;
  const pairs = given.map(([first, second]) => ({ a: numberOf(first), b: numberOf(second) }));
  const confusion = confusionOf(pairs, grades.length);
  const estimate = (weights: Weights): Estimate | null => estimateKappa(pairs, grades.length, weights);
  return {
    attribute,
    grades,
    confusion,
    n: given.length,
    agreedShare: agreedShare(confusion),
    kappa: estimate('equal'),
    weightedKappa: isOrdered && grades.length > 2 ? estimate('quadratic') : null,
  };
}

/** Kappa with its interval over pictures drawn anew; a draw in which kappa has no value does not count. */
function estimateKappa(pairs: readonly GradePair[], size: number, weights: Weights): Estimate | null {
  const value = cohenKappa(confusionOf(pairs, size), weights);
  if (value === null) return null;
  const interval = bootstrapInterval(pairs.length, (drawn) => {
    const again = Array.from(drawn, (i) => pairs[i]).filter((pair) => pair !== undefined);
    return cohenKappa(confusionOf(again, size), weights);
  });
  return { value, interval, n: pairs.length };
}

/** The grades of what was given, whatever its case, and whether they have an order. */
function orderGrades(given: readonly string[]): { grades: string[]; isOrdered: boolean } {
  const spellings = new Map<string, string>();
  for (const grade of given) {
    if (!spellings.has(grade.toLowerCase())) spellings.set(grade.toLowerCase(), grade);
  }
  const scale = scaleOf([...spellings.keys()]);
  if (scale === null) return { grades: [...spellings.values()], isOrdered: false };
  return { grades: scale.map((grade) => spellings.get(grade) ?? grade), isOrdered: true };
}

/** The steps from the lowest to the highest of the grades, those between that nobody gave too; null without an order. */
function scaleOf(grades: readonly string[]): readonly string[] | null {
  const numbers = grades.map((grade) => (/^\d+$/.test(grade) ? Number(grade) : Number.NaN));
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  if (high - low < mostGrades) return Array.from({ length: high - low + 1 }, (_, i) => String(low + i));
  const scale = scales.find((one) => grades.every((grade) => one.includes(grade)));
  if (scale === undefined) return null;
  const places = grades.map((grade) => scale.indexOf(grade));
  return scale.slice(Math.min(...places), Math.max(...places) + 1);
}

/** An attribute's value as one word or line; null where nothing was said. */
function gradeOf(attributes: Attributes, name: string): string | null {
  const text = toText(attributes[name] ?? null).trim();
  return text === '' ? null : text;
}

function toText(value: Json): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.map(toText).join(', ');
  // A row of check boxes: those that are ticked.
  return Object.entries(value)
    .flatMap(([name, ticked]) => (ticked === true || ticked === 'true' ? [name] : []))
    .join(', ');
}
