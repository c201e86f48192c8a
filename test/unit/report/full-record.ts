import type { FindingsCard } from '../../../src/findings/card-figures.ts';
import type { CropReading } from '../../../src/findings/crop-reading.ts';
import { findings } from '../../../src/findings/finding.ts';
import { measureExamination } from '../../../src/measure/measure-examination.ts';
import type { Calibration } from '../../../src/pixels/calibration.ts';
import { makeReport, type ReportableRecord, type ReportSources } from '../../../src/report/make-report.ts';
import type { Report } from '../../../src/report/report.ts';
import { makeAnalysis } from '../../fixtures/make-analysis.ts';
import { boxSector, ellipse } from '../measure/shapes.ts';

const size = { width: 500, height: 400 };
const border = ellipse({ centre: { x: 250, y: 200 }, a: 120, b: 60, angle: 0 });
const sinus = ellipse({ centre: { x: 250, y: 200 }, a: 70, b: 25, angle: 0 });
const model = { name: 'kidney-crop', version: '1.0.0', sha256: 'c'.repeat(64) };

/** A picture of 500 × 400 whose kidney of 240 × 120 pixels is outlined. */
export const bare: ReportableRecord = {
  id: '00000000-0000-4000-8000-000000000001',
  analysedAt: Date.UTC(2026, 10, 26, 9, 30),
  origin: 'file',
  verdict: { kind: 'optimal' },
  analysis: outlined(),
  appVersion: '0.2.0',
};

function outlined(): ReportableRecord['analysis'] {
  const analysis = makeAnalysis(
    ['optimal'],
    {},
    {
      outlines: [
        { structure: 'capsule', contours: [border], probability: 0.95 },
        { structure: 'central-echo-complex', contours: [sinus], probability: 0.9 },
      ],
      framing: { sectorShare: 0.1, offCentre: 0, depth: 0.5, elongation: 2, cuts: [], shadowedShare: 0 },
    },
  );
  const { outcome } = analysis;
  if (outcome.kind !== 'assessed') throw new Error('not assessed');
  return { ...analysis, ...size, outcome: { ...outcome, sector: boxSector(size.width, size.height) } };
}

export const calibration: Calibration = {
  source: 'ruler',
  cmPerPixelX: 0.045,
  cmPerPixelY: 0.045,
  region: { x: 0, y: 0, ...size },
  uncertainty: 0.01,
};

export const reading: CropReading = {
  readAt: bare.analysedAt + 1000,
  axis: { poles: [border[0] ?? { x: 0, y: 0 }, border[100] ?? { x: 1, y: 1 }], from: 'mask' },
  erased: { calipers: 2, texts: 1, share: 0.01 },
  findings: {
    model,
    novelty: 0.4,
    readings: findings.map((finding, index) => ({
      finding,
      probability: 0.05 + 0.17 * index,
      threshold: 0.5,
      abstain: [0.4, 0.6],
      insideShare: index === 0 ? null : 0.8,
    })),
  },
  function: {
    model,
    novelty: 0.4,
    heads: [61, 66, 72],
    egfr: { value: 66.333333, low: 52.1, high: 80.4 },
    scale: 'MDRD-186 of simulated patients',
    ckd: { probability: 0.22, threshold: 0.5, abstain: [0.4, 0.6] },
  },
  backend: 'wasm',
  tookMs: 80,
  appVersion: '0.2.0',
};

/** The same with all that can be added. */
export const full: ReportableRecord = {
  ...bare,
  additions: {
    calibration,
    calipers: [{ purpose: 'length', from: { x: 130, y: 200 }, to: { x: 370, y: 200 } }],
    patient: { pseudonym: 'Heron 12', ageYears: 50, heightCm: 178, sex: 'male', side: 'left' },
    reading,
    blood: {
      creatinine: { value: 1.5, unit: 'mg/dL' },
      equation: 'ckd-epi-2021',
      albumin: { value: 45, unit: 'mg/g' },
      takenOn: '2026-11-20',
    },
  },
};

/** A card that measured hydronephrosis on real pictures, cysts on none, and the others on simulated ones. */
const card: FindingsCard = {
  ageYears: [18, 90],
  metrics: findings
    .filter((finding) => finding !== 'cyst')
    .map((subject) => ({
      dataset: 'held out',
      pictures: subject === 'hydronephrosis' ? 'real' : 'simulated',
      n: 100,
      subject,
      metric: 'AUC',
      value: 0.95,
      interval: [0.9, 0.99],
    })),
};

export const sources: ReportSources = {
  opened: size,
  partner: null,
  grounds: { card, chosen: {} },
  now: Date.UTC(2026, 10, 26, 10, 0),
};

/** A record with everything, reported. */
export const fullReport: Report = makeReport(full, {
  ...sources,
  // The same kidney once more, as if it were the view across: shorter along its second axis.
  partner: { measured: measureExamination(full, size), calipers: [] },
});

/** A record without anything added. */
export const bareReport: Report = makeReport(bare, sources);
