import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvHeader, toCsv } from '../../../src/history/export-csv.ts';
import { makeClipRecord, makeExamination } from './make-examination.ts';

// Milliseconds, for a machine that is busy with other things.
const slow = { timeout: 60_000 };

/** Reads RFC 4180 by its grammar, and nothing else. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let rest = text;
  while (rest !== '') {
    const [all, quoted, plain = '', end] = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest) ?? [];
    if (all === undefined) throw new Error(`not RFC 4180: ${rest.slice(0, 80)}`);
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n') rows.push([]);
    rest = rest.slice(all.length);
  }
  rows.pop();
  return rows;
}

function parseRecords(csv: string): Record<string, string>[] {
  expect(csv.charCodeAt(0)).toBe(0xfeff);
  const [header = [], ...rows] = parseCsv(csv.slice(1));
  return rows.map((row) => {
    expect(row).toHaveLength(header.length);
    return Object.fromEntries(header.map((name, at) => [name, row[at] ?? '']));
  });
}

test('writes one line an examination with numbers as they are', () => {
  const [assessed, declined] = parseRecords(toCsv([makeExamination(2), makeExamination(4)]));
  expect(assessed).toMatchObject({
    id: '00000000-0000-4000-8000-000000000002',
    analysed_at: '2026-01-01T00:02:00.000Z',
    name: 'Kidney 2.png',
    origin: 'clipboard',
    verdict: 'faults',
    faults: 'position artefact',
    refusal: '',
    probability_artefact: '0.12000000000000001',
    probability_wrong: '0.07',
    novelty: '0.4',
    brightness_percent: '31.5',
    far_minus_near_percentage_points: '-12.25',
    depth_curve_percent_skin_to_far: '30;;28.5',
    shadows_from_to_width_fractions: '0.2..0.3 0.6..0.7',
    sharpness_cycles_per_sector: '2.5',
    app_version: '0.1.0',
    model_name: 'kidney-quality',
    model_version: '1.0.0',
    model_sha256: 'ab'.repeat(32),
    backend: 'wasm-threads',
    self_test_passed: 'true',
    total_ms: '48.875',
  });
  expect(declined).toMatchObject({
    verdict: 'declined',
    refusal: 'no-sector',
    probability_gain: '',
    novelty: '',
  });
});

test('a clip has its length, a picture that came alone has none', () => {
  const [clip, picture] = parseRecords(toCsv([makeClipRecord(2).examination, makeExamination(2)]));
  expect(clip).toMatchObject({ origin: 'video', clip_ms: '1002' });
  expect(picture).toMatchObject({ clip_ms: '' });
});

test('an empty history still has its header', () => {
  expect(toCsv([])).toBe(csvHeader);
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', "'=1", '\uFF1D1'])(
  'a spreadsheet reads %j as text',
  (name) => {
    const [record] = parseRecords(toCsv([makeExamination(0, { name })]));
    expect(record?.name).toBe(`'${name}`);
  },
);

test('any name comes back whole', slow, () => {
  const anyName = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'\'"=+-@,;\r\n\tä') }),
  );
  fc.assert(
    fc.property(fc.array(anyName, { minLength: 1, maxLength: 5 }), (names) => {
      const records = parseRecords(toCsv(names.map((name, index) => makeExamination(index, { name }))));
      expect(records.map(({ name = '' }) => name.replace(/^'/, ''))).toEqual(names);
      expect(records.every(({ name = '' }) => !/^[=+\-@]/.test(name))).toBe(true);
    }),
  );
});

test('says who and which kidney, where somebody said it', () => {
  const patient = { pseudonym: 'P-17', side: 'left' } as const;
  const rows = parseRecords(toCsv([makeExamination(0, { additions: { patient } }), makeExamination(1)]));
  expect(rows).toMatchObject([patient, { pseudonym: '', side: '' }]);
});
