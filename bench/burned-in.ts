import { drawMachine } from '../src/phantom/draw-machine.ts';
import { drawMishaps } from '../src/phantom/draw-mishaps.ts';
import { drawOverlays } from '../src/phantom/draw-overlays.ts';
import { drawProbe } from '../src/phantom/draw-probe.ts';
import { samplePhantom } from '../src/phantom/phantom.ts';
import { polePoints } from '../src/phantom/pole-points.ts';
import { seededRandom } from '../src/phantom/random.ts';
import { type Rendering, renderPhantom } from '../src/phantom/render-phantom.ts';
import { tellTruth } from '../src/phantom/tell-truth.ts';
import { findBurnedIn } from '../src/pixels/find-burned-in.ts';
import { findSector } from '../src/pixels/find-sector.ts';
import type { GreyImage } from '../src/pixels/grey-image.ts';
import { paintOver } from '../src/pixels/paint-over.ts';
import type { Point, Sector } from '../src/pixels/sector.ts';
import { sectorMask } from '../src/pixels/sector-mask.ts';
import { type Figure, median, spread } from './figure.ts';
import { wilsonInterval } from './intervals.ts';

/** Seeds that no test, no training and no other bench draws. */
const firstSeed = 970_000_000;
const pictures = 300;
const size = { width: 512, height: 512 };
/** A caliper this near to the sector's edge is seen in part only, pixels. */
const wholeMark = 12;
/** Found is found within this, pixels. */
const nearEnough = 3;

/** A simulated kidney with and without what a machine writes over it. */
interface Marked {
  readonly rendering: Rendering;
  readonly withText: GreyImage;
  readonly marked: GreyImage;
  readonly sector: Sector;
  readonly inside: Uint8Array;
  readonly kidney: Uint8Array;
  readonly poles: readonly Point[];
}

/** Holds of all. */
type Share = [holds: number, of: number];

/**
 * Marks that the simulator drew, found by the finder; pictures of all qualities, half with a stone, a cyst, a mass,
 * water or a bright cortex, each once clean and once with calipers on both poles, dots between them and a row of text.
 */
export async function measureBurnedIn(): Promise<Figure[]> {
  const shares = {
    calipers: [0, 0],
    text: [0, 0],
    line: [0, 0],
    clean: [0, 0],
    kidney: [0, 0],
    marked: [0, 0],
  };
  const counts = shares as Record<keyof typeof shares, Share>;
  const [finding, painting]: [number[], number[]] = [[], []];
  for (let seed = firstSeed, drawn = 0; drawn < pictures; seed++) {
    const one = drawMarked(seed);
    if (one === null) continue;
    drawn += 1;
    countClean(one, counts);
    const began = processorMs();
    const found = findBurnedIn(one.marked, one.sector);
    const between = processorMs();
    paintOver(one.marked, found.mask);
    painting.push(processorMs() - between);
    finding.push(between - began);
    countMarked(one, found, counts);
    if (drawn % 50 === 0) console.log(`  ${drawn} of ${pictures} pictures searched`);
  }
  return [...describe(counts), ...describeTimes(finding, painting)];
}

/** Of the processor, not of the clock: a busy machine takes longer. */
function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function drawMarked(seed: number): Marked | null {
  const random = seededRandom(seed);
  const mishaps = drawMishaps(random).filter((mishap) => mishap !== 'organ');
  const kinds = ['stone', 'cyst', 'mass', 'hydronephrosis', 'bright-cortex'] as const;
  const phantom = samplePhantom(seed, { findings: random.chance(0.5) ? [random.pick(kinds)] : [] });
  const probe = drawProbe(random, phantom, mishaps);
  const machine = drawMachine(random, { phantom, model: probe.model, mishaps });
  const rendering = renderPhantom(phantom, { probe, machine }, size);
  const sector = findSector(rendering.image);
  const poles = polePoints(rendering);
  if (sector === null || poles === null) return null;
  const withText = drawOverlays(rendering, { seed, textRows: 1, textInside: true });
  const marked = drawOverlays({ ...rendering, image: withText }, { seed, calipers: poles });
  const kidney = tellTruth(phantom, { probe, machine }, rendering).mask('capsule');
  const inside = sectorMask(sector.outline, size.width, size.height);
  return { rendering, withText, marked, sector, inside, kidney, poles };
}

function countClean({ rendering, sector, kidney }: Marked, counts: Record<string, Share>): void {
  const { mask } = findBurnedIn(rendering.image, sector);
  count(counts.clean, mask.includes(1));
  for (const [at, isKidney] of kidney.entries()) if (isKidney === 1) count(counts.kidney, mask[at] === 1);
}

function countMarked(
  one: Marked,
  found: ReturnType<typeof findBurnedIn>,
  counts: Record<string, Share>,
): void {
  const { rendering, withText, marked, inside, kidney } = one;
  for (const pole of one.poles.filter((pole) => isWhole(inside, pole))) {
    count(
      counts.calipers,
      found.calipers.some(({ x, y }) => Math.hypot(x - pole.x, y - pole.y) <= nearEnough),
    );
  }
  const clean = rendering.image.data;
  const isDrawn = (at: number): boolean => marked.data[at] !== clean[at];
  for (const [at, isInside] of inside.entries()) {
    if (isInside === 0) continue;
    const isMasked = found.mask[at] === 1;
    if (withText.data[at] !== clean[at]) count(counts.text, isMasked);
    else if (isDrawn(at)) count(counts.line, isMasked);
    if (kidney[at] === 1) count(counts.marked, isMasked && !isNearDrawn(at, isDrawn));
  }
}

/** The rim of what is drawn is painted too, on purpose. */
function isNearDrawn(at: number, isDrawn: (at: number) => boolean): boolean {
  for (let row = at - 2 * size.width; row <= at + 2 * size.width; row += size.width) {
    for (let near = row - 2; near <= row + 2; near++) if (isDrawn(near)) return true;
  }
  return false;
}

function isWhole(inside: Uint8Array, { x, y }: Point): boolean {
  const isInside = (right: number, down: number): boolean => {
    const [column, row] = [Math.floor(x) + right, Math.floor(y) + down];
    return column >= 0 && column < size.width && inside[row * size.width + column] === 1;
  };
  const ways = [-wholeMark, wholeMark];
  return ways.every((way) => isInside(way, 0) && isInside(0, way));
}

function count(share: Share | undefined, holds: boolean): void {
  if (share === undefined) return;
  share[0] += holds ? 1 : 0;
  share[1] += 1;
}

function describe(counts: Record<string, Share>): Figure[] {
  const names = {
    calipers: 'burned-in calipers on poles found within 3 pixels',
    text: 'pixels of burned-in text covered',
    line: 'pixels of calipers and dotted lines covered',
    clean: 'pictures without marks in which any was found',
    kidney: 'kidney pixels painted over without marks',
    marked: 'kidney pixels painted over beyond the rim of marks',
  };
  return Object.entries(names).map(([key, name]) => {
    const [holds, of] = counts[key] ?? [0, 0];
    const isOfPixels = name.includes('pixels ') && key !== 'calipers';
    // Neighbouring pixels are not independent: an interval over them would be too narrow to mean anything.
    const note = isOfPixels ? `n ${of}` : `95 % ${wilsonInterval(holds, of).map(percent).join('–')}; n ${of}`;
    return { name, value: percent(holds / of), unit: '%', note };
  });
}

function describeTimes(finding: readonly number[], painting: readonly number[]): Figure[] {
  const both = finding.map((ms, i) => ms + (painting[i] ?? 0));
  const one = (name: string, times: readonly number[], target?: string): Figure => ({
    name,
    value: Math.round(10 * median(times)) / 10,
    unit: 'ms',
    ...(target !== undefined && { target }),
    note: `processor time, ${spread(times, 1)}`,
  });
  return [
    one('marks found in 512 × 512', finding),
    one('marks painted over', painting),
    one('both', both, '≤ 12'),
  ];
}

function percent(share: number): number {
  return Math.round(100_000 * share) / 1000;
}
