import { batch, computed, effect, signal } from '@preact/signals';
import { firstSettings } from './patient/patient-settings.ts';
import { practiceSettings } from './patient/practice-settings.ts';
import {
  type Criterion,
  isSolved,
  judgeTarget,
  type Target,
  type TargetName,
  targets,
} from './phantom/targets.ts';
import type { Framing } from './pixels/framing.ts';
import type { VirtualPatient } from './virtual-patient-model.ts';

/** What the truth says of the picture that the learner took for the target. */
export interface PracticeResult {
  readonly criteria: readonly Criterion[];
  readonly isSolved: boolean;
  readonly tookMs: number;
}

/** What the coach sees at one moment: the shown verdict, and how the outlined kidney lies. */
export interface CoachMoment {
  readonly isOptimal: boolean;
  readonly framing: Framing | null;
  readonly atMs: number;
}

/** A view that the coach takes for the target's for so long is taken as found. */
const holdMs = 3000;
/** Kidneys are outlined about twice as long as wide along their axis, and nearly round across it. */
const longFrom = 1.5;

/** Looking for a picture that is asked for: begun away from it, watched by the coach, judged by the truth. */
export class Practice {
  /** What is looked for; null while nothing is. */
  readonly target = computed(() => this.patient.settings.value.target);
  /** Null until the learner has it. */
  readonly result = signal<PracticeResult | null>(null);
  readonly isJudging = signal(false);
  private begunMs: number;
  private heldFromMs: number | null = null;
  private hasFrozen = false;
  private stop: (() => void) | null = null;

  constructor(
    private readonly patient: VirtualPatient,
    private readonly now: () => number,
  ) {
    this.begunMs = now();
  }

  /** Sets the target on the patient of this number, with the hand away from it. */
  begin(target: TargetName, seed: number): void {
    const { frozenAt } = this.patient.settings.peek();
    batch(() => {
      this.forget();
      this.patient.change({ ...firstSettings, ...practiceSettings(target, seed), frozenAt });
      if (this.hasFrozen) this.patient.run();
    });
    this.hasFrozen = false;
    this.begunMs = this.now();
  }

  /** Takes in what the coach sees; when it has seen the target's view for long enough, that counts as having it. */
  notice({ isOptimal, framing, atMs }: CoachMoment): void {
    const name = this.target.peek();
    if (name === null || !isOptimal || framing === null || !looksLike(targets[name], framing)) {
      this.heldFromMs = null;
      return;
    }
    this.heldFromMs ??= atMs;
    if (atMs - this.heldFromMs >= holdMs) this.claim();
  }

  /** "I have it": the moment is frozen, and the truth about it is asked for and told. */
  claim(): void {
    const name = this.target.peek();
    if (name === null || this.isJudging.peek() || this.result.peek() !== null) return;
    const tookMs = this.now() - this.begunMs;
    this.hasFrozen = !this.patient.isFrozen.peek();
    batch(() => {
      this.isJudging.value = true;
      this.patient.freeze();
      this.patient.isTruthShown.value = true;
    });
    this.stop = effect(() => {
      const scan = this.patient.scan.value;
      if (scan === null || scan.truth === null || !this.isJudging.peek()) return;
      const criteria = judgeTarget(targets[name], { side: scan.person.side, truth: scan.truth });
      this.result.value = { criteria, isSolved: isSolved(criteria), tookMs };
      this.isJudging.value = false;
    });
  }

  /** Back to a patient without a task. */
  leave(): void {
    batch(() => {
      this.forget();
      this.patient.change({ target: null });
    });
  }

  private forget(): void {
    this.stop?.();
    this.stop = null;
    this.heldFromMs = null;
    this.result.value = null;
    this.isJudging.value = false;
    this.patient.isTruthShown.value = false;
  }
}

function looksLike({ cut }: Target, { elongation }: Framing): boolean {
  return cut === 'long' ? elongation >= longFrom : elongation < longFrom;
}
