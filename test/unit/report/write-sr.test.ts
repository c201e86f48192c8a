import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toLine } from '../../../src/report/dicom-instance.ts';
import { writeSr } from '../../../src/report/write-sr.ts';
import { askPython, hasValidator, tell, whyNoSegReaders } from '../../fixtures/seg-tools.ts';
import { bareReport, fullReport } from './full-record.ts';

const why = whyNoSegReaders();

/** The tree as pydicom reads it: each item's depth, type, code and value. */
const readTree = `
import json, sys, pydicom
data = pydicom.dcmread(sys.argv[1])
rows = []
def walk(item, depth):
    name = item.ConceptNameCodeSequence[0].CodeValue
    kind = item.ValueType
    value = None
    if kind == 'NUM':
        measured = item.MeasuredValueSequence[0]
        value = [float(measured.NumericValue), measured.MeasurementUnitsCodeSequence[0].CodeValue]
    elif kind == 'TEXT': value = item.TextValue
    elif kind == 'CODE': value = item.ConceptCodeSequence[0].CodeValue
    elif kind == 'UIDREF': value = item.UID
    rows.append([depth, kind, name, value])
    for child in item.get('ContentSequence', []): walk(child, depth + 1)
walk(data, 0)
print(json.dumps({'rows': rows, 'id': data.PatientID, 'name': str(data.PatientName), 'flag': data.CompletionFlag}))
`;

interface Tree {
  readonly rows: readonly (readonly [depth: number, kind: string, name: string, value: unknown])[];
  readonly id: string;
  readonly name: string;
  readonly flag: string;
}

function treeOf(bytes: Uint8Array): Tree {
  return askPython(readTree, bytes) as Tree;
}

describe.skipIf(why !== '')(`DICOM structured reports${why}`, () => {
  it('are read by dcmtk without a word of complaint, and by dciodvfy without an error', () => {
    for (const report of [fullReport, bareReport]) {
      const bytes = writeSr(report);
      const dump = tell(['dsrdump'], bytes);
      expect(dump.status).toBe(0);
      // Its warning on UTF-8 is about what this build of it cannot check.
      expect(dump.words.replace(/^W: The VR checker does not support.*$/m, '')).not.toMatch(/^[EW]:/m);
      expect(dump.words).toContain('Imaging Measurement Report');
      expect(dump.words).toMatch(/Not a diagnosis/);
      if (hasValidator()) expect(tell(['dciodvfy'], bytes).words).not.toMatch(/^Error/m);
    }
  });

  it('give pydicom the same sizes with their UCUM units and both ends of ±, and the eGFR by LOINC', () => {
    const { rows, name, id, flag } = treeOf(writeSr(fullReport));
    const find = (code: string) => rows.filter(([, kind, of]) => kind === 'NUM' && of === code);
    const [length, caliper] = fullReport.sizes;
    expect(find('410668003').map(([, , , value]) => value)).toEqual([
      [length?.value, 'cm'],
      [caliper?.value, 'cm'],
    ]);
    expect(find('371886008')[0]?.[3]).toEqual([length?.plusMinus, 'cm']);
    expect(find('98979-8')[0]?.[3]).toEqual([56.366, 'mL/min/{1.73_m2}']);
    expect(rows.find(([, , of]) => of === '272741003')?.[3]).toBe('7771000');
    expect([name, id, flag]).toEqual(['', 'Heron 12', 'PARTIAL']);
  });

  it('tell what a model read off the picture in words alone', () => {
    const { rows } = treeOf(writeSr(fullReport));
    const at = rows.findIndex(([, , of]) => of === 'C0034375');
    const evaluations = rows.slice(at + 1);
    expect(evaluations.length).toBeGreaterThan(12);
    expect(new Set(evaluations.map(([, kind]) => kind))).toEqual(new Set(['TEXT']));
    expect(evaluations.find(([, , of]) => of === 'PICTURE-EGFR')?.[3]).toMatch(/^52\.1 to 80\.4 ml/);
    expect(evaluations.find(([, , of]) => of === 'MASS')?.[3]).toMatch(/^73%, seen by the model/);
  });
});

it('any pseudonym becomes one line of 64 letters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 80 }), (pseudonym) => {
      const line = toLine(pseudonym);
      expect(line).not.toMatch(/[\\\p{Cc}]/u);
      expect([...line].length).toBeLessThanOrEqual(64);
      expect(new TextDecoder().decode(new TextEncoder().encode(line))).toBe(line);
    }),
    { examples: [['a\\b\nc'], [`${'a'.repeat(63)}😀`]] },
  );
});

it('two reports of one record share no UID but the app’s own', () => {
  const uidsOf = (bytes: Uint8Array) =>
    new Set(
      Buffer.from(bytes)
        .toString('latin1')
        .match(/2\.25\.\d{30,}/g),
    );
  const [first, second] = [uidsOf(writeSr(fullReport)), uidsOf(writeSr(fullReport))];
  // The writer, the app that observed, the object, study, series, and two groups.
  expect(first.size).toBe(7);
  expect([...first].filter((uid) => second.has(uid)).length).toBe(2);
});
