import type { Person } from './person.ts';
import type { Truth } from './tell-truth.ts';

/** A picture that a learner is asked for. */
export interface Target {
  readonly side: Person['side'];
  readonly cut: 'long' | 'hilum';
}

/** Every picture that the phantom can ask for and judge. */
export const targets = {
  'right-long': { side: 'right', cut: 'long' },
  'left-long': { side: 'left', cut: 'long' },
  'right-hilum': { side: 'right', cut: 'hilum' },
  'left-hilum': { side: 'left', cut: 'hilum' },
} as const satisfies Readonly<Record<string, Target>>;

/** The name of a target, as addresses write it. */
export type TargetName = keyof typeof targets;

/** In the order in which they are offered. */
export const targetNames = Object.keys(targets) as readonly TargetName[];

/** One thing that a target asks for, with what was measured: degrees, cm, dB, or a share. */
export type Criterion =
  | { readonly name: 'side'; readonly isMet: boolean; readonly value: Person['side'] }
  | {
      readonly name: 'along' | 'across' | 'level' | 'whole' | 'central' | 'large' | 'gain' | 'clear';
      readonly isMet: boolean;
      readonly value: number;
    };

/** What of a picture a target is judged by. */
export interface Seen {
  readonly side: Person['side'];
  readonly truth: Pick<Truth, 'axis' | 'quality'>;
}

/** A long view lies this near to the axis, and a cut across this near to square to it, degrees. */
const limits = { along: 15, across: 25, levelCm: 1.6 } as const;

/**
 * Judges a picture by the truth: the side, how the plane lies to the kidney, and that nothing of "What is a fault" in
 * training/README.md clearly holds. Without a kidney in the plane only the side can be told, and no view is there.
 */
export function judgeTarget({ side, cut }: Target, { side: own, truth }: Seen): readonly Criterion[] {
  const { axis, quality } = truth;
  const { labels, causes } = quality;
  const { kidney, sectorShare, offCentre } = causes;
  const rightSide = { name: 'side', isMet: own === side, value: own } as const;
  if (kidney === null || axis === null) return [rightSide, { name: 'whole', isMet: false, value: 1 }];
  const { degrees, levelCm } = axis;
  const view: readonly Criterion[] =
    cut === 'long'
      ? [{ name: 'along', isMet: degrees <= limits.along, value: degrees }]
      : [
          { name: 'across', isMet: 90 - degrees <= limits.across, value: 90 - degrees },
          { name: 'level', isMet: Math.abs(levelCm) <= limits.levelCm, value: levelCm },
        ];
  return [
    rightSide,
    ...view,
    { name: 'whole', isMet: kidney.cutShare <= 0.05, value: kidney.cutShare },
    { name: 'central', isMet: (offCentre ?? 1) < 0.2, value: offCentre ?? 1 },
    { name: 'large', isMet: sectorShare > 0.05 && sectorShare < 0.5, value: sectorShare },
    { name: 'gain', isMet: labels.gain !== true, value: causes.gainOffsetDb },
    { name: 'clear', isMet: labels.artefact !== true, value: kidney.hiddenShare },
  ];
}

/** Whether all of it is as asked for. */
export function isSolved(criteria: readonly Criterion[]): boolean {
  return criteria.every(({ isMet }) => isMet);
}
