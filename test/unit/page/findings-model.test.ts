import { expect, test, vi } from 'vitest';
import { Failure } from '../../../src/failure.ts';
import type { Verdict } from '../../../src/feedback/verdict.ts';
import type { CropReading } from '../../../src/findings/crop-reading.ts';
import type { Additions } from '../../../src/history/additions.ts';
import { keepReading } from '../../../src/keep-reading.ts';
import type { Screened } from '../../../src/screener.ts';
import { burnedIn, byHand, identity, makeModel, screenedRound } from '../../fixtures/make-findings-model.ts';

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
  const fifth = model.read();
  await vi.waitFor(() => expect(waiting).toHaveLength(4));
  const sixth = model.read();
  await vi.waitFor(() => expect(waiting).toHaveLength(5));
  waiting[4]?.(screenedRound(byHand));
  waiting[3]?.(screenedRound(byHand, 2));
  await Promise.all([fifth, sixth]);
  expect(model.phase.value.name).toBe('read');
});

test('a record that is only looked at again does not count as changed', async () => {
  const { model, kept } = await makeModel({ additions: { ...adult, axis: byHand } });
  await model.read();
  const first = await kept();
  await model.read();
  expect(await kept()).toEqual(first);
});

const other: NonNullable<CropReading['function']> = {
  model: { ...identity, name: 'other' },
  novelty: null,
  heads: [60],
  egfr: { value: 60, low: 30, high: 90 },
  scale: 'made',
  ckd: null,
};

test('function is asked in one pass of the same model, and of another round the same square', async () => {
  const same = await makeModel({ additions: adult });
  await same.model.read();
  expect(same.asked.map(([, wanted]) => wanted)).toEqual([same.models]);
  const split = await makeModel({
    additions: adult,
    functionModel: 'other',
    screen: async (_, { findings }) => {
      const { reading, ...more } = screenedRound(burnedIn);
      return { ...more, reading: findings === null ? { ...reading, function: other } : reading };
    },
  });
  await split.model.read();
  expect(split.asked.map(([picture, wanted]) => [picture.axis, wanted])).toEqual([
    [null, { findings: 'kidney-crop', function: null }],
    [burnedIn, { findings: null, function: 'other' }],
  ]);
  const kept = (await split.kept())?.additions?.reading;
  expect(kept?.function).toEqual(other);
  expect(kept?.findings?.model).toEqual(identity);
});

test('another model of function that fails, or is for other patients, takes nothing from the findings', async () => {
  const missing = new Failure('model-missing', 'other');
  const failing = await makeModel({
    additions: adult,
    functionModel: 'other',
    screen: async (_, { findings }) => {
      if (findings === null) throw missing;
      return screenedRound(burnedIn);
    },
  });
  await failing.model.read();
  expect(failing.model.phase.value.name).toBe('read');
  expect(failing.model.functionFailure.value).toBe(missing);
  const children = await makeModel({ additions: adult, functionModel: 'other', functionAges: [0, 17] });
  await children.model.read();
  expect(children.model.phase.value.name).toBe('read');
  expect(children.asked).toHaveLength(1);
});

test('what was said of function stays while the square is the same', () => {
  const earlier: CropReading = { ...screenedRound(byHand).reading, function: other };
  const keptRound = (axis: typeof byHand) =>
    keepReading({ reading: earlier }, screenedRound(axis).reading).reading;
  expect(keptRound(byHand)?.function).toEqual(other);
  expect(keptRound(burnedIn)).not.toHaveProperty('function');
});
