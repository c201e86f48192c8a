import type { Backend, ModelIdentity, SelfTest } from '../analysis.ts';
import type { Verdict } from '../feedback/verdict.ts';
import type { ErasedMarks, PolesSource } from '../findings/crop-reading.ts';
import type { FindingState } from '../findings/decide.ts';
import type { Finding } from '../findings/finding.ts';
import type { Phrase } from '../i18n/say.ts';
import type { CkdSign } from '../kidney-function/assess-blood.ts';
import type { BloodTest } from '../kidney-function/blood-test.ts';
import type { AlbuminStage, GfrStage } from '../kidney-function/kdigo.ts';
import type { WhyNoScale } from '../measure/choose-calibration.ts';
import type { WhyNoSizes } from '../measure/measure-examination.ts';
import type { SizeKind } from '../measure/measurement.ts';
import type { ReferenceSource } from '../measure/reference-range.ts';
import type { CalibrationSource } from '../pixels/calibration.ts';

/** Who was scanned, as far as somebody said; never a name. */
export interface ReportPatient {
  readonly pseudonym?: string;
  readonly ageYears?: number;
  readonly heightCm?: number;
  readonly sex?: 'female' | 'male';
  readonly side?: 'left' | 'right';
}

/** What a size was measured on: the outline, one that a person drew, two marks set by hand, or two pictures. */
export type SizeMethod = 'outline' | 'edited-outline' | 'caliper' | 'two-views';

/** One measured size. */
export interface ReportedSize {
  /** `distance` is a caliper that was laid along something else. */
  readonly kind: SizeKind | 'volume' | 'distance';
  readonly unit: 'cm' | 'cm²' | 'ml' | 'px' | 'px²';
  readonly value: number;
  /** Half the width of the interval that holds the truth in 95 of 100 cases. */
  readonly plusMinus: number;
  /** The picture cuts the kidney off: it is at least this large. */
  readonly isLowerBound: boolean;
  readonly method: SizeMethod;
  /** What 95 of 100 healthy people have, in centimetres or millilitres; null where no source fits. */
  readonly reference: {
    readonly low: number;
    readonly high: number;
    readonly source: ReferenceSource;
  } | null;
}

/** What a model says of one thing. */
export interface ReportedProbability {
  /** Null where the model can't tell it by what its card measured. */
  readonly probability: number | null;
  readonly threshold: number;
  /** Between these two probabilities it is too close to call. */
  readonly abstain: readonly [low: number, high: number];
  readonly state: FindingState['kind'];
}

/** Which model spoke, and how far the picture lies from those it was trained on; 1 is the card's limit. */
interface Speaker {
  readonly model: ModelIdentity;
  readonly novelty: number | null;
}

/** What is screened for. */
export interface ReportedFindings extends Speaker {
  readonly readings: readonly (ReportedProbability & {
    readonly finding: Finding;
    /** Of what spoke for it, the share that lies inside the kidney's outline. */
    readonly insideShare: number | null;
    /** No figure of the card is about real pictures with and without it, and this one is real. */
    readonly isUnproven: boolean;
  })[];
}

/** Why a picture that was read for findings is told none: its model is not for this age, for this picture, or not here. */
export type WhyNoFindings = 'age' | 'unlike' | 'no-card';

/** Kidney function as a model reads it off the picture, mL/min/1.73 m²: an interval, never a bare number. */
export interface ReportedFunction extends Speaker {
  readonly low: number;
  readonly high: number;
  readonly mean: number;
  /** Where the values came from that the model was trained on, in the card's words. */
  readonly scale: string;
  readonly ckd: ReportedProbability | null;
}

/** What an equation makes of a blood test, and its KDIGO stages. */
export interface BloodResult {
  /** mL/min/1.73 m². */
  readonly egfr: number;
  /** The MDRD equations are reported as 60 or more from 60 on. */
  readonly isAtLeast: boolean;
  /** G1 and G2 where it is 60 or more; none for small children. */
  readonly stages: readonly GfrStage[];
  readonly albumin: AlbuminStage | null;
  readonly sign: CkdSign;
}

/** A blood test as it was entered, and its result where the equation holds for this person. */
export interface ReportedBlood {
  readonly test: BloodTest;
  readonly result: BloodResult | null;
}

/** How the picture was cropped for the models of findings and function. */
interface ReportedCrop {
  readonly axisFrom: PolesSource;
  readonly erased: ErasedMarks;
}

/** Something that a reader of the report must know; a key of `en-report`, `report.caveat.<caveat>`. */
export const caveats = [
  'simulated',
  'self-test-failed',
  'faulty-picture',
  'no-scale',
  'cut-off',
  'by-hand',
  'findings-age',
  'findings-unlike',
  'findings-no-card',
  'unlike-training',
  'screening',
  'unproven',
  'function',
  'rescan',
  'volume',
] as const;

/** One of the caveats. */
export type Caveat = (typeof caveats)[number];

/** What a report can hold and this one does not; `report.missing.<part>` says so. */
export const reportParts = ['scale', 'volume', 'findings', 'function', 'blood', 'patient'] as const;

/** One of the parts. */
export type ReportPart = (typeof reportParts)[number];

/**
 * One record as a report tells it, in plain data from which the page and every export are made. Numbers have at most three
 * decimals, so that all say the same. The file's name is left out, for it may name somebody.
 */
export interface Report {
  /** The record's id, a random UUID. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
  readonly picture: {
    readonly analysedAt: number;
    readonly origin: string;
    /** Pixels of the analysed picture. */
    readonly width: number;
    readonly height: number;
  };
  readonly patient: ReportPatient;
  readonly quality: {
    readonly verdict: Verdict;
    readonly doubt: Phrase | null;
    readonly causes: readonly Phrase[];
  };
  readonly scale:
    | { readonly source: CalibrationSource; readonly plusMinusShare: number }
    | { readonly source: null; readonly why: WhyNoScale };
  readonly sizes: readonly ReportedSize[];
  /** Why the outline gave no sizes, or null. */
  readonly whyNoSizes: WhyNoSizes | null;
  readonly crop: ReportedCrop | null;
  readonly findings: ReportedFindings | null;
  readonly whyNoFindings: WhyNoFindings | null;
  readonly function: ReportedFunction | null;
  readonly blood: ReportedBlood | null;
  readonly caveats: readonly Caveat[];
  readonly missing: readonly ReportPart[];
  readonly provenance: {
    readonly appVersion: string;
    readonly backend: Backend;
    readonly selfTest: SelfTest;
    readonly models: readonly (ModelIdentity & {
      readonly job: 'quality' | 'findings' | 'function';
    })[];
  };
}
