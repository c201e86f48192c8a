import type { SizeKind } from './measurement.ts';

/** Half the width of a 95 % interval over a standard uncertainty, for a normal distribution. */
export const COVER = 1.96;

/** Standard uncertainties, as shares of the value. */
type Shares = Readonly<Record<SizeKind, number>>;

/** PROVISIONAL until fitted by `npm run bench measure`: how far sizes on the model's contours are off. */
export const modelShares: Shares = {
  length: 0.03,
  width: 0.035,
  area: 0.04,
  perimeter: 0.03,
  cortex: 0.15,
  parenchyma: 0.12,
};

/** How far two people who outline the same picture differ, over √2: one reader's share. */
export const readerShares: Shares = {
  length: 0.022,
  width: 0.031,
  area: 0.027,
  perimeter: 0.02,
  cortex: 0.15,
  parenchyma: 0.1,
};
