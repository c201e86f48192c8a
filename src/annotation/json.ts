import type { Attributes, Json } from './annotation.ts';

/** The value of a JSON text, or why it is none. */
export function parseJson(text: string): { readonly json: Json } | { readonly reason: string } {
  try {
    return { json: JSON.parse(text) as Json };
  } catch (thrown) {
    return { reason: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}

/** Whether a value is an object of named values. */
export function isRecord(value: Json | undefined): value is Attributes {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The named values, or none where the value is something else. */
export function recordOf(value: Json | undefined): Attributes {
  return isRecord(value) ? value : {};
}

/** The values of a list, or of an object of numbered values, as old VIA files have it; null for anything else. */
export function listOf(value: Json | undefined): readonly Json[] | null {
  if (Array.isArray(value)) return value as readonly Json[];
  return isRecord(value) ? Object.values(value) : null;
}

/** A finite number; null for anything else. JSON's −0 becomes 0, which is how it would be written. */
export function numberOf(value: Json | undefined): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value + 0 : null;
}

/** All numbers of a list; null where one is none. */
export function numbersOf(value: Json | undefined): number[] | null {
  if (!Array.isArray(value)) return null;
  const numbers = value.map((one: Json) => numberOf(one));
  return numbers.every((one) => one !== null) ? numbers : null;
}

/** A text; null for anything else. */
export function textOf(value: Json | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

/** Whether two values are written alike. */
export function isSameJson(a: Json | object, b: Json | object): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Named values without those of these names, in their order. */
export function without(attributes: Attributes, names: readonly string[]): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => !names.includes(name)));
}
