import { measureKidney } from '../src/measure/measure-kidney.ts';
import type { KidneySizes, Measurement, SizeKind } from '../src/measure/measurement.ts';
import { outlinesInUse } from '../src/measure/outlines-in-use.ts';
import type { PictureScale } from '../src/measure/picture-scale.ts';
import type { Structure } from '../src/phantom/truth-mask.ts';
import type { Point } from '../src/pixels/sector.ts';
import { smoothGrid } from '../src/pixels/smooth-grid.ts';
import { traceContours } from '../src/pixels/trace-contours.ts';
import { startAnalysing } from './analyse-grey.ts';
import { type Figure, median } from './figure.ts';
import { medianInterval, wilsonInterval } from './intervals.ts';
import { type VisibleKidney, visibleKidneys } from './visible-kidneys.ts';

/** Other seeds than training's, than those that ± was fitted on (880,000,000 on), and than any test's. */
const firstSeed = 990_000_000;
const wanted = 500;
/** Of the processor, not of the clock: a busy machine takes longer and measures as many. */
const limitSeconds = 470;

const targets: Partial<Record<SizeKind, string>> = { length: '≤ 3', area: '≤ 5' };
const kinds: readonly SizeKind[] = ['length', 'width', 'area', 'perimeter', 'cortex', 'parenchyma'];

interface Compared {
  readonly measured: KidneySizes;
  readonly true: KidneySizes;
}

/**
 * Sizes on the shipped model's outlines against the same sizes on the simulator's masks, on pictures with visible
 * borders; and how often ± holds the truth, with and without the readers' part, which no simulator needs.
 */
export async function measureAccuracy(): Promise<Figure[]> {
  const analyse = await startAnalysing();
  const compared: Compared[] = [];
  let missed = 0;
  for (const kidney of visibleKidneys(firstSeed)) {
    const { outcome } = await analyse(kidney.image);
    const scale = scaleOf(kidney);
    const outlines = outcome.kind === 'assessed' ? outlinesInUse(outcome.anatomy) : null;
    const measured =
      outlines && measureKidney({ outlines, sector: outcome.sector, scale, pictures: 'simulated' });
    const truth = measureTruth(kidney, scale);
    if (measured === null || truth === null) missed += 1;
    else compared.push({ measured, true: truth });
    if (compared.length % 50 === 0) console.log(`  ${compared.length} of ${wanted} pictures measured`);
    if (compared.length >= wanted || processorSeconds() > limitSeconds) break;
  }
  const all: Figure = {
    name: 'simulated kidneys with visible borders, measured',
    value: compared.length,
    unit: 'pictures',
    target: `≥ ${wanted}`,
    note: `${missed} without an outline`,
  };
  return [all, ...kinds.flatMap((kind) => describe(kind, compared))];
}

function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function scaleOf({ truth }: VisibleKidney): PictureScale {
  return { unit: 'cm', x: truth.cmPerPixel, y: truth.cmPerPixel, uncertainty: 0 };
}

function measureTruth({ truth, image }: VisibleKidney, scale: PictureScale): KidneySizes | null {
  const outline = (structure: Structure) => ({
    contours: borderOf(truth.mask(structure), image.width),
    isByHand: true,
  });
  const outlines = {
    capsule: outline('capsule'),
    medulla: outline('medulla'),
    sinus: outline('sinus'),
  };
  return measureKidney({ outlines, sector: null, scale });
}

/** A mask's border, its stairs smoothed by a pixel. */
function borderOf(mask: Uint8Array, columns: number): Point[][] {
  const rows = mask.length / columns;
  const values = Float32Array.from(mask, (one) => 2 * one - 1);
  return traceContours({ rows, columns, values: smoothGrid({ rows, columns, values }, 2) });
}

function describe(kind: SizeKind, compared: readonly Compared[]): Figure[] {
  const pairs = compared.flatMap((one) => {
    const [measured, truth] = [one.measured[kind], one.true[kind]] as (Measurement | null)[];
    return measured && truth ? [{ measured, truth: truth.value }] : [];
  });
  const errors = pairs.map(({ measured, truth }) => measured.value / truth - 1);
  const covered = pairs.filter(
    ({ measured, truth }) => Math.abs(measured.value - truth) <= measured.plusMinus,
  );
  const strictly = pairs.filter(({ measured, truth }) => {
    const { scale, border } = measured.parts;
    return Math.abs(measured.value - truth) <= Math.hypot(scale, border);
  });
  const sizes = errors.map(Math.abs);
  const target = targets[kind];
  return [
    {
      name: `${kind}, median error`,
      value: percent(median(sizes)),
      unit: '%',
      ...(target !== undefined && { target }),
      note: `95 % ${medianInterval(sizes).map(percent).join('–')}; bias ${percent(median(errors))}; n ${errors.length}`,
    },
    coverage(`${kind}, ± holds the truth`, [covered.length, pairs.length], '≥ 90'),
    coverage(`${kind}, ± without the readers' part does`, [strictly.length, pairs.length]),
  ];
}

function coverage(name: string, [holds, of]: readonly [number, number], target?: string): Figure {
  const note = `95 % ${wilsonInterval(holds, of).map(percent).join('–')}`;
  return { name, value: percent(holds / of), unit: '%', ...(target !== undefined && { target }), note };
}

function percent(share: number): number {
  return Math.round(1000 * share) / 10;
}
