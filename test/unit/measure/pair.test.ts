import { describe, expect, test } from 'vitest';
import type { Examination } from '../../../src/history/examination.ts';
import { toCsv } from '../../../src/history/export-csv.ts';
import { proposePartners } from '../../../src/history/propose-partners.ts';
import { measureExamination } from '../../../src/measure/measure-examination.ts';
import { type PurposedLine, pairVolume } from '../../../src/measure/pair-volume.ts';
import type { Calibration } from '../../../src/pixels/calibration.ts';
import { kidneyPicture, kidneyRecord, kidneyScale } from '../../fixtures/kidney-record.ts';
import { firstTime, makeExamination, minute } from '../history/make-examination.ts';

function view(examination: Examination, calipers: readonly PurposedLine[] = []) {
  return { measured: measureExamination(examination, kidneyPicture), calipers };
}

const long = kidneyRecord(0, [11, 5]);
const across = kidneyRecord(1, [5.5, 4]);

describe('the volume from two pictures', () => {
  test('takes the length from the longer one, whichever comes first, and the rest from the other', () => {
    for (const [first, second, along] of [
      [long, across, 0],
      [across, long, 1],
    ] as const) {
      const pair = pairVolume(view(first), view(second));
      if (pair.kind === 'none') throw new Error(pair.why);
      expect(pair.along).toBe(along);
      expect(pair.volume.value).toBeCloseTo((Math.PI / 6) * 11 * 5.5 * 4, 0);
    }
  });

  test('takes a caliper before the outline, the last one of several', () => {
    const caliper = (cm: number): PurposedLine => ({
      purpose: 'width',
      from: { x: 100, y: 100 },
      to: { x: 100 + 40 * cm, y: 100 },
    });
    const pair = pairVolume(view(long), view(across, [caliper(9), caliper(3)]));
    if (pair.kind === 'none') throw new Error(pair.why);
    expect(pair.diameters.depth.value).toBeCloseTo(3, 9);
  });

  test('needs a scale in both pictures, and sizes', () => {
    const { calibration: _, ...unscaled } = across;
    expect(pairVolume(view(long), view(unscaled))).toEqual({ kind: 'none', why: 'no-scale' });
    const empty = { ...makeExamination(0), calibration: kidneyScale };
    expect(pairVolume(view(long), view(empty))).toEqual({ kind: 'none', why: 'no-sizes' });
  });
});

describe('which pictures are proposed', () => {
  const later = (minutes: number) => ({ analysedAt: firstTime + minutes * minute });
  const right = { additions: { patient: { side: 'right' } } } as const;
  const left = { additions: { patient: { side: 'left' } } } as const;
  const here = kidneyRecord(0, [11, 5], right);

  test('the other view of the same sitting and side first, newest first, never the picture itself', () => {
    const others = [
      kidneyRecord(1, [5, 4], later(5)),
      kidneyRecord(2, [5, 4], { ...later(10), ...right }),
      kidneyRecord(3, [5, 4], { ...later(15), ...left }),
      kidneyRecord(4, [10, 5], later(20)),
      kidneyRecord(5, [5, 4], later(300)),
      here,
    ];
    const proposed = proposePartners(here, others);
    const minutes = proposed.map(({ examination }) => (examination.analysedAt - firstTime) / minute);
    expect(minutes).toEqual([10, 5, 300, 20, 15]);
    expect(proposed.map(({ isProposed }) => isProposed)).toEqual([true, true, false, false, false]);
    expect(proposed.map((candidate) => candidate.view)).toEqual([
      'across',
      'across',
      'across',
      'along',
      'across',
    ]);
  });

  test('pictures without an outline stay in the list, declined ones do not', () => {
    const proposed = proposePartners(here, [makeExamination(2), makeExamination(4)]);
    expect(proposed.map(({ view: seen, isProposed }) => [seen, isProposed])).toEqual([[null, false]]);
  });
});

test('the table has the length with its ±, and the source of the scale that a person set before the file’s', () => {
  const set: Calibration = { ...kidneyScale, source: 'ruler', cmPerPixelX: 0.05, cmPerPixelY: 0.05 };
  const [header = '', ...lines] = toCsv([long, { ...long, additions: { calibration: set } }]).split('\r\n');
  const names = header.replace('\uFEFF', '').split(',');
  const cell = (line: string | undefined, name: string): string =>
    line?.split(',')[names.indexOf(name)] ?? '';
  expect(lines.slice(0, 2).map((line) => cell(line, 'scale_source'))).toEqual(['dicom-region', 'ruler']);
  const lengths = lines.slice(0, 2).map((line) => Number(cell(line, 'length_cm')));
  expect(lengths[0]).toBeCloseTo(11, 2);
  expect(lengths[1]).toBeCloseTo(22, 2);
  expect(Number(cell(lines[0], 'length_plus_minus_cm'))).toBeGreaterThan(0.1);
});
