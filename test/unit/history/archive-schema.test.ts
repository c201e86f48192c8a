import * as v from 'valibot';
import { expect, expectTypeOf, test } from 'vitest';
import {
  type ArchivedExamination,
  archivedExaminationSchema,
  archiveKindSchema,
} from '../../../src/history/archive-schema.ts';
import { decodeRecord, encodeRecord } from '../../../src/history/record-json.ts';
import { makeClipRecord, makeExamination } from './make-examination.ts';

type DeepReadonly<T> = T extends Float32Array
  ? Float32Array
  : { readonly [K in keyof T]: DeepReadonly<T[K]> };

function makeArchived(index: number): ArchivedExamination {
  return {
    examination: makeExamination(index),
    picture: { type: 'image/png' },
    thumbnail: { type: 'image/jpeg' },
  };
}

function makeArchivedClip(): ArchivedExamination {
  const { examination, clip } = makeClipRecord(1);
  return { ...makeArchived(1), examination, clip: { type: 'image/jpeg', lengths: clip?.lengths ?? [] } };
}

function accepts(record: unknown): boolean {
  return v.safeParse(archivedExaminationSchema, record).success;
}

/** A deep copy with one field, named by its path, changed. */
function withField(record: unknown, [key = '', ...path]: readonly string[], value: unknown): unknown {
  const copy: Record<string, unknown> | unknown[] = Array.isArray(record)
    ? [...record]
    : { ...Object(record) };
  const next = path.length === 0 ? value : withField(Reflect.get(copy, key), path, value);
  Reflect.set(copy, key, next);
  return copy;
}

test('whatever a record may be, the schema takes: a value added to a type must be added here', () => {
  type Output = v.InferOutput<typeof archivedExaminationSchema>;
  expectTypeOf<ArchivedExamination>().toExtend<DeepReadonly<Output>>();
  expectTypeOf<Output>().toExtend<ArchivedExamination>();
});

test('every kind of record passes through JSON and the schema unchanged', () => {
  for (let index = 0; index < 10; index++) {
    const record = makeArchived(index);
    expect(v.parse(archivedExaminationSchema, decodeRecord(encodeRecord(record)))).toEqual(record);
  }
});

const additions = {
  calibration: {
    source: 'ruler',
    cmPerPixelX: 0.03,
    cmPerPixelY: 0.03,
    region: { x: 0, y: 0, width: 640, height: 480 },
    uncertainty: 0.02,
  },
  outlines: [
    {
      structure: 'capsule',
      contours: [
        [
          { x: 1, y: 2 },
          { x: 30.5, y: 4 },
          { x: 9, y: 40 },
        ],
      ],
    },
  ],
  calipers: [{ purpose: 'length', from: { x: 1, y: 2 }, to: { x: 30, y: 2 } }],
  echo: { cortex: { centre: { x: 3, y: 4 }, radius: 5 }, liver: { centre: { x: 30, y: 4 }, radius: 6 } },
  partner: '00000000-0000-4000-8000-000000000001',
  patient: { ageYears: 30, heightCm: 170, sex: 'female', side: 'left' },
} as const;

test('what people added passes unchanged, and what cannot be is refused', () => {
  const record = { ...makeArchived(1), examination: makeExamination(1, { additions }) };
  expect(v.parse(archivedExaminationSchema, decodeRecord(encodeRecord(record)))).toEqual(record);
  const changes: [string, unknown][] = [
    ['calibration.cmPerPixelX', 0],
    ['calibration.source', 'guess'],
    ['outlines.0.structure', 'liver'],
    ['outlines.0.contours.0.1.x', Number.NaN],
    ['calipers.0.purpose', 'depth'],
    ['echo.liver.radius', 0],
    ['partner', '../x'],
    ['patient.ageYears', -1],
    ['patient.sex', 'x'],
  ];
  for (const [path, value] of changes) {
    expect(accepts(withField(record, ['examination', 'additions', ...path.split('.')], value)), path).toBe(
      false,
    );
  }
});

test('numbers that JSON does not know survive', () => {
  const record = { map: new Float32Array([Number.NaN, -0, 1e-40, Number.NEGATIVE_INFINITY]), at: Number.NaN };
  expect(decodeRecord(encodeRecord({ ...record, high: Number.POSITIVE_INFINITY, list: [] }))).toEqual({
    ...record,
    high: Number.POSITIVE_INFINITY,
    list: [],
  });
});

test.each([
  ['examination.id', '../../etc/passwd'],
  ['examination.id', '00000000-0000-4000-8000-00000000000G'],
  ['examination.analysedAt', Number.POSITIVE_INFINITY],
  ['examination.analysedAt', '2026-01-01'],
  ['examination.updatedAt', -1],
  ['examination.deletedAt', undefined],
  ['examination.origin', 'internet'],
  ['examination.name', 7],
  ['examination.verdict', { kind: 'faults', faults: [] }],
  ['examination.verdict', { kind: 'faults', faults: ['wrong'] }],
  ['examination.verdict', { kind: 'declined', refusal: 'no-sector' }],
  ['examination.verdict.kind', 'excellent'],
  ['examination.analysis.width', 0],
  ['examination.analysis.backend', 'cloud'],
  ['examination.analysis.selfTest.passed', 'yes'],
  ['examination.analysis.timing.total', null],
  ['examination.analysis.outcome.labels.0.probability', 1.5],
  ['examination.analysis.outcome.labels.0.label', 'gain'],
  ['examination.analysis.outcome.labels', []],
  ['examination.analysis.outcome.map.rows', 8],
  ['examination.analysis.outcome.map.values', [0, 1, 2]],
  ['examination.analysis.outcome.map.covers.x', Number.NaN],
  ['examination.analysis.outcome.sector.outline', []],
  ['examination.analysis.outcome.sector', null],
  ['examination.analysis.outcome.meters.histogram', 'flat'],
  ['picture', null],
])('refuses %s = %j', (path, value) => {
  expect(accepts(makeArchived(0))).toBe(true);
  expect(accepts(withField(makeArchived(0), path.split('.'), value))).toBe(false);
});

test.each([
  ['clip', undefined],
  ['clip.type', 'text/html'],
  ['clip.lengths', [300, 301]],
  ['clip.lengths.1', 0],
  ['clip.lengths.1', 1.5],
  ['examination.clip', undefined],
  ['examination.clip.best', 3],
  ['examination.clip.best', -1],
  ['examination.clip.moments', []],
  ['examination.clip.moments.1.atMs', 2000],
  ['examination.clip.moments.1.atMs', Number.NaN],
  ['examination.clip.moments.1.verdict.kind', 'good'],
  ['examination.clip.moments.1.probabilities', {}],
  ['examination.clip.moments.1.probabilities.wrong', 1.5],
])('refuses a clip with %s = %j', (path, value) => {
  expect(v.parse(archivedExaminationSchema, decodeRecord(encodeRecord(makeArchivedClip())))).toEqual(
    makeArchivedClip(),
  );
  expect(accepts(withField(makeArchivedClip(), path.split('.'), value))).toBe(false);
});

test('fields that no type names are left behind', () => {
  const record = JSON.parse('{"__proto__": {"polluted": true}, "extra": 1}');
  const parsed = v.parse(archivedExaminationSchema, { ...makeArchived(1), ...record });
  expect(parsed).toEqual(makeArchived(1));
  expect('polluted' in parsed).toBe(false);
});

test('a type that could become a page becomes plain bytes', () => {
  const parsed = v.parse(
    archivedExaminationSchema,
    withField(makeArchived(0), ['picture', 'type'], 'text/html'),
  );
  expect(parsed.picture.type).toBe('application/octet-stream');
});

test('the kind of an archive is read whatever else a later version adds', () => {
  const kind = { format: 'kidney-coach-history', version: 9 };
  expect(v.parse(archiveKindSchema, { ...kind, anything: {} })).toEqual(kind);
});
