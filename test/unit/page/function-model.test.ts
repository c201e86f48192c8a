import { beforeAll, describe, expect, it, test, vi } from 'vitest';
import { Failure } from '../../../src/failure.ts';
import type { Additions, Amendment } from '../../../src/history/additions.ts';
import type { BloodTest } from '../../../src/kidney-function/blood-test.ts';

/* The model remembers the unit in the settings, which need a page's globals. */
let FunctionModel: typeof import('../../../src/function-model.ts').FunctionModel;
beforeAll(async () => {
  vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined });
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }));
  ({ FunctionModel } = await import('../../../src/function-model.ts'));
});

const person = { ageYears: 55, sex: 'female' } as const;
const blood: BloodTest = { creatinine: { value: 0.9, unit: 'mg/dL' }, equation: 'ckd-epi-2021' };

function open(before: Additions = {}) {
  let kept = before;
  const keep = async (amendment: Amendment): Promise<void> => {
    kept = amendment(kept);
  };
  return { model: new FunctionModel(before, keep), kept: () => kept };
}

test('what is typed is computed at once and kept, with everything else left alone', async () => {
  const { model, kept } = open({ partner: 'x', patient: person });
  model.change({ creatinine: '0,9' });
  const { value } = model.assessment;
  expect(value?.kind === 'assessed' && value.egfr.toFixed(2)).toBe('75.50');
  model.change({ albumin: '120', takenOn: '2026-10-12', isLasting: true });
  await model.whenKept();
  expect(kept()).toEqual({
    partner: 'x',
    patient: person,
    blood: { ...blood, albumin: { value: 120, unit: 'mg/g' }, takenOn: '2026-10-12', isLasting: true },
  });
  model.change({ creatinine: '' });
  await model.whenKept();
  expect(kept()).toEqual({ partner: 'x', patient: person });
});

describe('a creatinine that cannot be', () => {
  it.each(['0', '-1', 'high', '0.001'])('“%s” gives no estimate and replaces nothing', async (text) => {
    const { model, kept } = open({ patient: person, blood });
    model.change({ creatinine: text });
    await model.whenKept();
    expect(model.assessment.value).toBeNull();
    expect(kept().blood).toEqual(blood);
  });

  test('of the other unit waits for an answer, either of which is kept', async () => {
    const { model, kept } = open({ patient: person });
    model.change({ creatinine: '90' });
    await model.whenKept();
    expect([model.assessment.value, kept().blood]).toEqual([null, undefined]);
    model.change({ creatinineUnit: 'µmol/L' });
    await model.whenKept();
    expect(kept().blood?.creatinine).toEqual({ value: 90, unit: 'µmol/L' });
    // Back in the first unit the question stands anew, and can be answered the other way.
    model.change({ creatinineUnit: 'mg/dL' });
    expect(model.assessment.value).toBeNull();
    model.change({ creatinine: '30' });
    model.change({ isUnitSure: true });
    await model.whenKept();
    expect(kept().blood?.creatinine).toEqual({ value: 30, unit: 'mg/dL' });
    const again = new FunctionModel(kept(), null);
    expect(again.assessment.value?.kind).toBe('assessed');
    // The answer was about that number.
    again.change({ creatinine: '40' });
    expect(again.assessment.value).toBeNull();
  });
});

test('a wrong albumin leaves the creatinine’s estimate, and none at all is an answer', () => {
  const { model } = open({ patient: person, blood });
  model.change({ albumin: 'none' });
  expect(model.test.value).toEqual(blood);
  model.change({ albumin: '0' });
  expect(model.assessment.value).toMatchObject({ albumin: 'A1', sign: 'no-sign' });
});

test('a child leads to the children’s equation', () => {
  const { model } = open({ patient: { ageYears: 8 }, blood });
  expect(model.assessment.value).toEqual({ kind: 'none', why: 'too-young' });
  model.useFittingEquation();
  expect(model.draft.value.equation).toBe('schwartz-2009');
  expect(model.assessment.value).toEqual({ kind: 'none', why: 'height-needed' });
  model.setPatient({ ageYears: 8, heightCm: 100 });
  expect(model.assessment.value).toMatchObject({ kind: 'assessed', equation: 'schwartz-2009' });
});

test('a blood test of another picture comes with what it needs of the patient', async () => {
  const { model, kept } = open({ patient: { side: 'left' } });
  model.take({ id: 'x', test: { ...blood, isLasting: true }, at: 0, person });
  await model.whenKept();
  expect(kept()).toEqual({ patient: { side: 'left', ...person }, blood: { ...blood, isLasting: true } });
});

test('what cannot be kept is said, and stays on the screen', async () => {
  const model = new FunctionModel({ patient: person }, () => Promise.reject(new Failure('storage-full')));
  model.change({ creatinine: '1' });
  await model.whenKept();
  expect(model.failure.value?.code).toBe('storage-full');
  expect(model.assessment.value?.kind).toBe('assessed');
});
