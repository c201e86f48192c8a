/** A number with at most three decimals: more would claim what no measurement here knows. */
export function toThousandths(value: number): number {
  return Math.round(value * 1000) / 1000;
}
