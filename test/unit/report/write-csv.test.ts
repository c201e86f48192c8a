import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeCsv } from '../../../src/report/write-csv.ts';
import { bareReport, fullReport } from './full-record.ts';

/** A reader of RFC 4180 that knows nothing of the writer; an apostrophe guards a formula. */
function readCsv(text: string): Record<string, string>[] {
  const cells = [...text.replace('\uFEFF', '').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)];
  const lines: string[][] = [[]];
  for (const [, quoted, plain = '', end] of cells) {
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n') lines.push([]);
  }
  const [head = [], ...rows] = lines.slice(0, -1);
  return rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i] ?? ''])));
}

test('each value has a line with its unit, its interval and its method, and the notice comes first', () => {
  const rows = readCsv(writeCsv(fullReport));
  const find = (item: string) => rows.find((row) => row.item === item);
  expect(rows[0]).toMatchObject({ item: 'notice', value: expect.stringMatching(/^Not a diagnosis/) });
  const length = fullReport.sizes[0];
  expect(find('length')).toEqual({
    item: 'length',
    value: String(length?.value),
    unit: 'cm',
    low: ((length?.value ?? 0) - (length?.plusMinus ?? 0)).toFixed(3).replace(/0+$/, ''),
    high: ((length?.value ?? 0) + (length?.plusMinus ?? 0)).toFixed(3).replace(/0+$/, ''),
    method: 'on the model’s outline; Scale from two marks on the ruler, ± 2%',
  });
  expect(find('picture_egfr')).toMatchObject({ value: '', low: '52.1', high: '80.4' });
  expect(find('egfr')).toMatchObject({ value: '56.366', method: 'CKD-EPI 2021, creatinine 1.5 mg/dL' });
  expect(find('finding_mass_state')?.value).toBe('seen');
  expect(find('model_findings')?.method).toContain('c'.repeat(64));
});

test('nothing that is not known has a line', () => {
  const items = readCsv(writeCsv(bareReport)).map(({ item }) => item ?? '');
  expect(items.filter((item) => /egfr|finding|creatinine|patient|kdigo/.test(item))).toEqual([]);
});

test('any pseudonym comes back, and none is run by a spreadsheet', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), (pseudonym) => {
      const rows = readCsv(writeCsv({ ...bareReport, patient: { pseudonym } }));
      const value = rows.find(({ item }) => item === 'patient_pseudonym')?.value ?? '';
      expect(value).not.toMatch(/^[=+\-@\t\r\n]/);
      expect(value.replace(/^'/, '')).toBe(pseudonym);
    }),
    { numRuns: 100, examples: [['=1+1'], ['a,b"c\r\nd'], ["'x"]] },
  );
});
