/** An amount that was typed, or why it is none. */
export type TypedAmount =
  | { readonly kind: 'amount'; readonly value: number }
  | { readonly kind: 'empty' | 'no-number' | 'zero' | 'negative' };

/** Reads what was typed for an amount in blood or urine; half the world writes a comma as the decimal mark. */
export function readAmount(text: string): TypedAmount {
  const trimmed = text.trim().replace(',', '.');
  if (trimmed === '') return { kind: 'empty' };
  // `Number` also reads 0x1f, 1e3 and Infinity, which nobody types for an amount.
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(trimmed)) return { kind: 'no-number' };
  const value = Number(trimmed);
  if (value === 0) return { kind: 'zero' };
  return value > 0 ? { kind: 'amount', value } : { kind: 'negative' };
}
