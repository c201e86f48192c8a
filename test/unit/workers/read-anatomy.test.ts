import { describe, expect, test } from 'vitest';
import { isInside, polygonArea } from '../../../src/pixels/polygon.ts';
import type { Point } from '../../../src/pixels/sector.ts';
import type { Card } from '../../../workers/card.ts';
import { readAnatomy } from '../../../workers/read-anatomy.ts';
import { readCard } from '../../../workers/read-card.ts';
import { makeTinyPackage } from '../../fixtures/make-tiny-package.ts';

const tiny = readCard(((await makeTinyPackage()).get('card.json') ?? new Uint8Array()).slice().buffer);
const cells = 56;
const card: Card = {
  ...tiny,
  input: { ...tiny.input, width: 224, height: 224 },
  outputs: [
    ...tiny.outputs,
    {
      task: 'segmentation',
      tensor: 'regions',
      structures: ['capsule', 'central-echo-complex', 'medulla', 'cortex'],
      activation: 'sigmoid',
      thresholds: [0.5, 0.5, 0.4, 0.5],
      temperatures: [2, 1, 1, 1],
    },
  ],
};

/** The input is the picture at half its size, moved by ten. */
const placement = { scaleX: 0.5, scaleY: 0.5, offsetX: 10, offsetY: 0 };
const box = { x: -20, y: 0, width: 448, height: 448 };
const around = {
  placement,
  shadows: [],
  sector: {
    shape: 'rectangle',
    bounds: box,
    apex: null,
    outline: [
      { x: -20, y: 0 },
      { x: 428, y: 0 },
      { x: 428, y: 448 },
      { x: -20, y: 448 },
    ],
  },
} as const;

type Planes = readonly [capsule: Ellipses, sinus: Ellipses, medulla: Ellipses, cortex: Ellipses];
type Ellipses = readonly (readonly [x: number, y: number, a: number, b: number])[];

/** Logits, 10 inside the ellipses (in cells) and −10 well outside, a straight slope at the border. */
function regions(planes: Planes) {
  const values = new Float32Array(cells * cells * 4);
  for (let i = 0; i < values.length; i++) {
    const [x, y] = [(Math.floor(i / 4) % cells) + 0.5, Math.floor(i / 4 / cells) + 0.5];
    const depths = (planes[i % 4] ?? []).map(
      ([cx, cy, a, b]) => (1 - Math.hypot((x - cx) / a, (y - cy) / b)) * Math.min(a, b),
    );
    values[i] = Math.max(-10, Math.min(10, 4 * Math.max(-9, ...depths)));
  }
  return new Map([['regions', { shape: [1, cells, cells, 4], values }]]);
}

const kidney: Planes = [
  [[28, 26, 16, 8]],
  [[28, 26, 7, 3]],
  [
    [20, 24, 2, 2],
    [28, 21.5, 2, 1.6],
    [36, 24, 2, 2],
  ],
  [[28, 26, 16, 8]],
];

function withoutTemperature(output: Card['outputs'][number]): Card['outputs'][number] {
  return output.task === 'segmentation' ? { ...output, temperatures: [1, 1, 1, 1] } : output;
}

function contoursOf(planes: Planes, structure: string): readonly (readonly Point[])[] {
  const anatomy = readAnatomy(card, regions(planes), around);
  return anatomy?.outlines.find((outline) => outline.structure === structure)?.contours ?? [];
}

describe('a kidney is outlined', () => {
  test('in pixels of the picture', () => {
    const [capsule = [], ...others] = contoursOf(kidney, 'capsule');
    expect(others).toEqual([]);
    // A cell is four input pixels, and those are eight of the picture, moved by twenty.
    const [x, y] = [28 * 8 - 20, 26 * 8];
    for (const point of capsule) {
      expect(Math.hypot((point.x - x) / (16 * 8), (point.y - y) / (8 * 8))).toBeCloseTo(1, 1);
    }
    expect(polygonArea(capsule) / (Math.PI * 128 * 64)).toBeCloseTo(1, 1);
  });

  test('with its parts, several of one kind', () => {
    expect(contoursOf(kidney, 'medulla')).toHaveLength(3);
    expect(contoursOf(kidney, 'central-echo-complex')).toHaveLength(1);
  });

  test('as one piece: the largest', () => {
    const [capsule, ...parts] = kidney;
    const contours = contoursOf([[...capsule, [8, 48, 5, 4]], ...parts], 'capsule');
    expect(contours).toHaveLength(1);
    expect(isInside(contours[0] ?? [], { x: 204, y: 208 })).toBe(true);
  });

  test('and nothing of it outside', () => {
    const contours = contoursOf([kidney[0], kidney[1], [...kidney[2], [8, 48, 4, 4]], kidney[3]], 'medulla');
    expect(contours).toHaveLength(3);
  });

  test('with the mean probability that is calibrated', () => {
    const anatomy = readAnatomy(card, regions(kidney), around);
    const sharper = readAnatomy(
      { ...card, outputs: card.outputs.map(withoutTemperature) },
      regions(kidney),
      around,
    );
    expect(anatomy?.outlines[0]?.probability).toBeCloseTo(0.92, 2);
    expect(sharper?.outlines[0]?.probability).toBeCloseTo(0.96, 2);
  });

  test('and framed', () => {
    const framing = readAnatomy(card, regions(kidney), around)?.framing;
    expect(framing?.cuts).toEqual([]);
    expect(framing?.elongation).toBeCloseTo(2, 1);
    const [cut] = readAnatomy(card, regions([[[2, 26, 16, 8]], [], [], []]), around)?.framing.cuts ?? [];
    expect(cut?.edge).toBe('left');
  });
});

test('a speck is no kidney, and neither is nothing', () => {
  expect(readAnatomy(card, regions([[[28, 26, 2, 2]], [], [], []]), around)).toBeNull();
  expect(readAnatomy(card, regions([[], [[28, 26, 9, 9]], [], []]), around)).toBeNull();
});

test('a model that outlines nothing, or was not asked, says nothing', () => {
  expect(readAnatomy(tiny, regions(kidney), around)).toBeUndefined();
  expect(readAnatomy(card, new Map(), around)).toBeUndefined();
});

test('values that are no numbers are no outline', () => {
  const broken = regions(kidney);
  broken.get('regions')?.values.set([Number.NaN], 40);
  expect(() => readAnatomy(card, broken, around)).toThrow(expect.objectContaining({ code: 'model-output' }));
});
