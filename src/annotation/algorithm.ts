import type { Attributes, Region } from './annotation.ts';

/** Who drew a segment (0062,0008), and with what (0062,0009). */
export interface Algorithm {
  readonly type: 'MANUAL' | 'SEMIAUTOMATIC' | 'AUTOMATIC';
  /** Name and version of the model; empty for a segment drawn by hand. */
  readonly name: string;
}

/** The attributes of a region that say so; a region without them was drawn by hand. */
export const algorithmKeys = { type: 'AlgorithmType', name: 'AlgorithmName' } as const;

/** The attributes that say who drew a region. */
export function toAlgorithmAttributes({ type, name }: Algorithm): Attributes {
  return type === 'MANUAL' ? {} : { [algorithmKeys.type]: type, [algorithmKeys.name]: name };
}

/** Who drew all the regions of a segment: where hands and model, or two models, took part, it is semiautomatic. */
export function algorithmOf(regions: readonly Region[]): Algorithm {
  const all = regions.map(({ attributes }) => readAlgorithm(attributes));
  const names = [...new Set(all.map(({ name }) => name).filter((name) => name !== ''))].join(', ');
  const [type = 'MANUAL', ...others] = new Set(all.map((one) => one.type));
  return { type: others.length === 0 ? type : 'SEMIAUTOMATIC', name: names };
}

function readAlgorithm(attributes: Attributes): Algorithm {
  const type = attributes[algorithmKeys.type];
  const name = attributes[algorithmKeys.name];
  if (type !== 'SEMIAUTOMATIC' && type !== 'AUTOMATIC') return { type: 'MANUAL', name: '' };
  return { type, name: typeof name === 'string' ? name : '' };
}
