import { expect, test, vi } from 'vitest';
import { Failure } from '../../../src/failure.ts';
import type { CropReading } from '../../../src/findings/crop-reading.ts';
import { FunctionReading } from '../../../src/function-reading.ts';
import type { Additions } from '../../../src/history/additions.ts';
import { keepReading } from '../../../src/keep-reading.ts';
import type { Screened, ScreenedPicture, ScreeningModels } from '../../../src/screener.ts';
import type { OpenedModel } from '../../../workers/protocol.ts';
import { makeAnalysis } from '../../fixtures/make-analysis.ts';
import { burnedIn, byHand, identity, screenedRound } from '../../fixtures/make-findings-model.ts';
import { makeExamination } from '../history/make-examination.ts';

const estimate: NonNullable<CropReading['function']> = {
  model: { ...identity, name: 'regressor' },
  novelty: null,
  heads: [50, 70],
  egfr: { value: 60, low: 30, high: 90 },
  scale: 'MDRD 186',
  ckd: null,
};

/** A reading of findings round these marks, as the screen of findings keeps it. */
const ofFindings = (axis = burnedIn): CropReading => screenedRound(axis).reading;

/** A reading of function alone. */
function ofFunction(axis = burnedIn): Screened {
  const { findings: _, ...reading } = screenedRound(axis).reading;
  return { ...screenedRound(axis), reading: { ...reading, function: estimate } };
}

function open(additions: Additions, holding: Parameters<typeof makeAnalysis>[0] = ['optimal']) {
  const asked: [ScreenedPicture, ScreeningModels][] = [];
  let kept = additions;
  const read = vi.fn(async (picture: ScreenedPicture, wanted: ScreeningModels) => {
    asked.push([picture, wanted]);
    return ofFunction(picture.axis ?? burnedIn);
  });
  const opened = { identity, card: { ageYears: [18, 90] }, trees: null } as unknown as OpenedModel;
  const reading = new FunctionReading(
    {
      examination: makeExamination(0, { analysis: makeAnalysis(holding), additions }),
      bitmap: {} as ImageBitmap,
    },
    {
      records: {
        amend: async (_, amendment) => {
          kept = amendment(kept);
        },
      },
      inference: { ask: async () => opened as never },
      screener: { read },
      model: 'regressor',
    },
  );
  return { reading, read, asked, kept: () => kept };
}

test('asks the model of function alone, round the marks of a hand, and keeps what it says beside the findings', async () => {
  const { reading, asked, kept } = open({ axis: byHand, reading: ofFindings(byHand), partner: 'x' });
  await reading.read(50);
  await reading.whenKept();
  expect(reading.phase.value).toEqual({ name: 'rest' });
  expect(asked[0]?.[0].axis).toEqual(byHand);
  expect(asked[0]?.[1]).toEqual({ findings: null, function: 'regressor' });
  expect(reading.reading.value?.function).toEqual(estimate);
  expect(kept()).toMatchObject({
    partner: 'x',
    reading: { function: estimate, findings: { model: identity } },
  });
});

test('of another crop drops what was said of the one before', () => {
  const before = { reading: ofFindings(byHand) };
  expect(keepReading(before, ofFunction(burnedIn).reading).reading).not.toHaveProperty('findings');
  const both = keepReading({ reading: ofFunction().reading }, ofFindings());
  expect(both.reading).toMatchObject({ function: estimate, findings: { model: identity } });
});

test('a word about the age stays with the findings that were read on it, and with no others', () => {
  const byWord = { reading: { ...ofFindings(), isAgeConfirmed: true as const } };
  expect(keepReading(byWord, ofFunction().reading).reading?.isAgeConfirmed).toBe(true);
  expect(keepReading(byWord, ofFindings()).reading).not.toHaveProperty('isAgeConfirmed');
});

test('an age that the card is not for, or none, is told, and nothing is read', async () => {
  const { reading, read } = open({});
  await reading.read(undefined);
  expect(reading.phase.value).toMatchObject({ name: 'age', gate: { kind: 'ask', ages: [18, 90] } });
  await reading.read(12);
  expect(reading.phase.value).toMatchObject({ name: 'age', gate: { kind: 'closed', ageYears: 12 } });
  expect(read).not.toHaveBeenCalled();
  await reading.read(50);
  expect(read).toHaveBeenCalledOnce();
});

test('a picture that is no kidney is never read; a faulty one when a person insists', async () => {
  const wrong = open({}, ['wrong']);
  await wrong.reading.read(50, 'faults');
  expect(wrong.reading.phase.value).toEqual({ name: 'refused', refusal: { kind: 'wrong' } });
  expect(wrong.read).not.toHaveBeenCalled();
  const faulty = open({}, ['gain']);
  await faulty.reading.read(50);
  expect(faulty.reading.phase.value).toMatchObject({ name: 'refused', refusal: { kind: 'faults' } });
  await faulty.reading.read(50, 'faults');
  expect(faulty.reading.reading.value?.function).toEqual(estimate);
});

test('a model that estimates no function, and other failures, are told', async () => {
  const { reading, read, kept } = open({});
  read.mockResolvedValueOnce(screenedRound(burnedIn));
  await reading.read(50);
  expect(reading.phase.value).toMatchObject({ name: 'failed', failure: { code: 'package-task' } });
  read.mockRejectedValueOnce(new Failure('crop-missing'));
  await reading.read(50);
  expect(reading.phase.value).toMatchObject({ name: 'failed', failure: { code: 'crop-missing' } });
  await reading.whenKept();
  expect(kept()).toEqual({});
});
