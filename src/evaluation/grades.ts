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
  const pairs = pictures.map(({ readings }) => {
    const [one = {}, other = {}] = [readings[a]?.attributes, readings[b]?.attributes];
    return [gradesOf(one, other), gradesOf(other, one)] as const;
  });
  const names = new Set(pairs.flatMap(([one, other]) => [...Object.keys(one), ...Object.keys(other)]));
  return [...names].flatMap((attribute) => {
    const given = pairs.flatMap(([one, other]) => {
      const [first, second] = [one[attribute], other[attribute]];
      return first === undefined || second === undefined ? [] : [[first, second] as const];
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

/** What a reader said by attribute; a row of check boxes is a yes or no for each box that either reader knows. */
function gradesOf(attributes: Attributes, other: Attributes): Readonly<Record<string, string>> {
  const grades = Object.entries(attributes).flatMap(([name, value]): [string, string][] => {
    if (!isBoxes(value)) return [[name, toText(value).trim()]];
    const others = other[name];
    const boxes = new Set([...Object.keys(value), ...(isBoxes(others) ? Object.keys(others) : [])]);
    return [...boxes].map((box) => [`${name}: ${box}`, isTicked(value[box]) ? 'yes' : 'no']);
  });
  return Object.fromEntries(grades.filter(([, grade]) => grade !== ''));
}

function isBoxes(value: Json | undefined): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTicked(value: Json | undefined): boolean {
  return value === true || value === 'true';
}

function toText(value: Json): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
