import { expect, test, vi } from 'vitest';
import { Failure } from '../../../src/failure.ts';
import type { Verdict } from '../../../src/feedback/verdict.ts';
import type { CropReading } from '../../../src/findings/crop-reading.ts';
import type { Additions } from '../../../src/history/additions.ts';
import type { Screened } from '../../../src/screener.ts';
import { burnedIn, byHand, identity, makeModel, screenedRound } from '../../fixtures/make-findings-model.ts';

const at = (x: number, y: number) => ({ x, y });
const adult: Additions = { patient: { ageYears: 40 } };

test('nobody’s picture is read before the age is known or confirmed, and the word is kept with the reading', async () => {
  const { model, asked, kept } = await makeModel();
  await model.read();
  expect(model.phase.value.name).toBe('age');
  expect(asked).toHaveLength(0);
  model.confirmAge();
  await vi.waitFor(() => expect(model.phase.value.name).toBe('read'));
  expect((await kept())?.additions?.reading?.isAgeConfirmed).toBe(true);
});

test('a given age is kept, and one that the card is not for stays refused whatever was confirmed', async () => {
  const { model, asked, kept } = await makeModel();
  await model.read();
  model.confirmAge();
  model.setAge(12);
  await model.read();
  expect(model.phase.value).toMatchObject({ name: 'age', gate: { kind: 'closed', ageYears: 12 } });
  const before = asked.length;
  await model.read();
  expect(asked).toHaveLength(before);
  expect((await kept())?.additions?.patient?.ageYears).toBe(12);
  model.setAge(50);
  await vi.waitFor(() => expect(model.phase.value.name).toBe('read'));
  expect((await kept())?.additions?.reading?.isAgeConfirmed).toBeUndefined();
});

test('a picture that is no kidney is never read; a faulty one when a person insists', async () => {
  const wrong = await makeModel({ holding: ['wrong'], additions: adult });
  await wrong.model.read();
  wrong.model.readDespiteFaults();
  await wrong.model.read();
  expect(wrong.model.phase.value).toEqual({ name: 'refused', refusal: { kind: 'wrong' } satisfies Verdict });
  expect(wrong.asked).toHaveLength(0);

  const faulty = await makeModel({ holding: ['gain'], additions: adult });
  await faulty.model.read();
  expect(faulty.model.phase.value.name).toBe('refused');
  expect(faulty.asked).toHaveLength(0);
  faulty.model.readDespiteFaults();
  await vi.waitFor(() => expect(faulty.model.phase.value.name).toBe('read'));
  expect(faulty.model.faults).toEqual(['gain']);
});

test('what is unlike the training is said to be', async () => {
  const { model } = await makeModel({ additions: adult, novelty: 1.2 });
  await model.read();
  expect(model.phase.value.name).toBe('unlike');
});

test('marks by hand go before the scanner’s, are read round, kept, and taken away again', async () => {
  const { model, asked, kept } = await makeModel({ additions: adult });
  await model.read();
  expect(asked[0]?.[0].axis).toBeNull();
  expect(model.marks.axis.value).toEqual(burnedIn);
  model.marks.move(byHand.poles);
  model.marks.revert();
  expect(model.marks.axis.value).toEqual(burnedIn);
  model.marks.move(byHand.poles);
  model.marks.settle();
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  expect(asked[1]?.[0].axis).toEqual(byHand);
  await vi.waitFor(async () => expect((await kept())?.additions?.reading?.axis).toEqual(byHand));
  expect((await kept())?.additions?.axis).toEqual(byHand);
  model.marks.reset();
  await vi.waitFor(() => expect(asked).toHaveLength(3));
  expect(asked[2]?.[0].axis).toBeNull();
  await vi.waitFor(async () => expect((await kept())?.additions?.reading?.axis).toEqual(burnedIn));
  expect((await kept())?.additions).not.toHaveProperty('axis');
});

test('without an outline and without marks the poles are asked for; other failures are told', async () => {
  const missing = await makeModel({
    additions: adult,
    screen: () => Promise.reject(new Failure('crop-missing')),
  });
  await missing.model.read();
  expect(missing.model.phase.value.name).toBe('poles');
  const outside = new Failure('crop-outside');
  const failing = await makeModel({ additions: adult, screen: () => Promise.reject(outside) });
  await failing.model.read();
  expect(failing.model.phase.value).toEqual({ name: 'failed', failure: outside });
});

test('a reading that is overtaken by another is dropped, also when it fails', async () => {
  const waiting: ((screened: Screened | Failure) => void)[] = [];
  const { model } = await makeModel({
    additions: { ...adult, axis: byHand },
    screen: () =>
      new Promise((resolve, reject) => {
        waiting.push((result) => (result instanceof Failure ? reject(result) : resolve(result)));
      }),
  });
  const [first, second] = [model.read(), model.read()];
  await vi.waitFor(() => expect(waiting).toHaveLength(1));
  waiting[0]?.(screenedRound(byHand));
  await Promise.all([first, second]);
  expect(model.phase.value.name).toBe('read');
  const third = model.read();
  await vi.waitFor(() => expect(waiting).toHaveLength(2));
  const fourth = model.read();
  await vi.waitFor(() => expect(waiting).toHaveLength(3));
  waiting[2]?.(screenedRound(byHand));
  waiting[1]?.(new Failure('crop-small'));
  await Promise.all([third, fourth]);
  expect(model.phase.value.name).toBe('read');
  expect(model.isReading.value).toBe(false);
});

test('a record that is only looked at again does not count as changed', async () => {
  const { model, kept } = await makeModel({ additions: { ...adult, axis: byHand } });
  await model.read();
  const first = await kept();
  await model.read();
  expect(await kept()).toEqual(first);
});

test('function is asked of the same model only, and what another said of the same crop stays', async () => {
  const same = await makeModel({ additions: adult });
  await same.model.read();
  expect(same.asked[0]?.[1]).toEqual({ findings: 'kidney-crop', function: 'kidney-crop' });
  const other = {
    model: identity,
    novelty: null,
    heads: [60],
    egfr: { value: 60, low: 30, high: 90 },
    scale: 'made',
    ckd: null,
  };
  const earlier: CropReading = { ...screenedRound(byHand).reading, function: other };
  const split = await makeModel({
    functionModel: 'other',
    additions: { ...adult, axis: byHand, reading: earlier },
  });
  await split.model.read();
  expect(split.asked[0]?.[1]).toEqual({ findings: 'kidney-crop', function: null });
  expect((await split.kept())?.additions?.reading?.function).toEqual(other);
  split.model.marks.move([at(1, 1), at(200, 1)]);
  split.model.marks.settle();
  await vi.waitFor(() => expect(split.asked).toHaveLength(2));
  await vi.waitFor(async () =>
    expect((await split.kept())?.additions?.reading).not.toHaveProperty('function'),
  );
});
