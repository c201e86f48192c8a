import { expect, test } from 'vitest';
import type { Anatomy, QualityLabel } from '../../../src/analysis.ts';
import { type MeasurableRecord, measureExamination } from '../../../src/measure/measure-examination.ts';
import type { Calibration } from '../../../src/pixels/calibration.ts';
import { makeAnalysis } from '../../fixtures/make-analysis.ts';
import { boxSector, ellipse } from './shapes.ts';

const border = ellipse({ centre: { x: 250, y: 200 }, a: 120, b: 60, angle: 0 });
const opened = { width: 1000, height: 800 };
const calibration: Calibration = {
  source: 'dicom-region',
  cmPerPixelX: 0.02,
  cmPerPixelY: 0.02,
  region: { x: 0, y: 0, ...opened },
};

function recordOf(anatomy?: Anatomy | null, label: QualityLabel = 'optimal'): MeasurableRecord {
  const { outcome } = makeAnalysis([label], {}, anatomy);
  if (outcome.kind !== 'assessed') throw new Error('not assessed');
  return { analysis: { outcome: { ...outcome, sector: boxSector(500, 400) }, width: 500, height: 400 } };
}

const outlined = recordOf({
  outlines: [{ structure: 'capsule', contours: [border], probability: 0.95 }],
  framing: { sectorShare: 0.1, offCentre: 0, depth: 0.5, elongation: 2, cuts: [], shadowedShare: 0 },
});

function whyNone(record: MeasurableRecord): string | null {
  const { kidney } = measureExamination(record, opened);
  return kidney.kind === 'none' ? kidney.why : null;
}

test('a kidney with a scale is measured in centimetres of the picture as it was opened', () => {
  const { kidney } = measureExamination({ ...outlined, calibration }, opened);
  if (kidney.kind === 'none') throw new Error(kidney.why);
  expect(kidney.sizes.unit).toBe('cm');
  expect(kidney.sizes.length.value).toBeCloseTo(240 * 2 * 0.02, 3);
});

test('without one it is measured in pixels of the analysed picture, and why is told', () => {
  const { kidney, chosen } = measureExamination(outlined, opened);
  if (kidney.kind === 'none') throw new Error(kidney.why);
  expect(kidney.sizes.unit).toBe('px');
  expect(kidney.sizes.length.value).toBeCloseTo(240, 2);
  expect(chosen.why).toBe('never-had');
});

test('a scale that holds for another part of the picture is none', () => {
  const region = { x: 0, y: 0, width: 500, height: 800 };
  const { kidney, chosen } = measureExamination(
    { ...outlined, calibration: { ...calibration, region } },
    opened,
  );
  expect(chosen).toEqual({ calibration: null, why: 'other-region' });
  expect(kidney.kind === 'measured' && kidney.sizes.unit).toBe('px');
});

test('a contour drawn by hand is measured instead of the model’s, also where the model found none', () => {
  const half = ellipse({ centre: { x: 250, y: 200 }, a: 60, b: 30, angle: 0 });
  const outlines = [{ structure: 'capsule', contours: [half] }] as const;
  for (const record of [outlined, recordOf(null)]) {
    const { kidney } = measureExamination({ ...record, additions: { outlines } }, opened);
    if (kidney.kind === 'none') throw new Error(kidney.why);
    expect(kidney.sizes.length.value).toBeCloseTo(120, 2);
    expect(kidney.sizes.length.isByHand).toBe(true);
  }
});

test('± is wider on real pictures than on simulated ones, and wider the less sure the outline is', () => {
  const plusMinus = (source: Calibration['source'], record = outlined) => {
    const { kidney } = measureExamination({ ...record, calibration: { ...calibration, source } }, opened);
    return kidney.kind === 'none' ? 0 : kidney.sizes.length.parts.border;
  };
  expect(plusMinus('dicom-region')).toBeGreaterThan(1.3 * plusMinus('simulation'));
  const unsure = recordOf({
    outlines: [{ structure: 'capsule', contours: [border], probability: 0.9 }],
    framing: { sectorShare: 0.1, offCentre: 0, depth: 0.5, elongation: 2, cuts: [], shadowedShare: 0 },
  });
  expect(plusMinus('ruler', unsure)).toBeGreaterThan(2 * plusMinus('ruler'));
});

test('a picture without a kidney has no numbers but a reason', () => {
  const declined = { kind: 'declined', refusal: 'no-sector', sector: null } as const;
  expect(whyNone({ analysis: { outcome: declined, width: 500, height: 400 } })).toBe('declined');
  expect(whyNone(recordOf(null))).toBe('no-kidney');
  expect(whyNone(recordOf(undefined))).toBe('not-outlined');
  const { outcome } = outlined.analysis;
  if (outcome.kind !== 'assessed') throw new Error('not assessed');
  expect(whyNone(recordOf(outcome.anatomy, 'wrong'))).toBe('wrong');
});
