import { cornerError } from '../test/fixtures/corner-error.ts';
import { type Figure, median } from './figure.ts';

const photographs = 500;

/** How exactly a scanner's screen is found in simulated photographs; those of `judge-quad.ts` had other seeds. */
export async function measureCorners(): Promise<Figure[]> {
  const errors = Array.from({ length: photographs }, (_, seed) => cornerError(seed));
  const within = errors.filter((error) => error <= 0.01).length / photographs;
  return [
    {
      name: 'screens with every corner within 1 % of the width',
      value: Number((100 * within).toFixed(1)),
      unit: '%',
      target: '≥ 95',
      note: `n ${photographs}`,
    },
    {
      name: 'the worst corner, middle one of all photographs',
      value: Number((100 * median(errors)).toFixed(2)),
      unit: '% of width',
      target: '≤ 0.2',
    },
  ];
}
