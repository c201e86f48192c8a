import type { Analysis } from '../analysis.ts';
import { type Phrase, phrase, say } from '../i18n/say.ts';
import { type Cause, findCauses } from './find-causes.ts';
import type { FramingKind } from './find-framing-causes.ts';
import { shownAnatomy } from './shown-anatomy.ts';
import { decideVerdict, type Fault, findCloseCall, isUndecided, type Verdict } from './verdict.ts';

/** One thing to do, in three depths. */
export interface Step {
  readonly line: Phrase;
  readonly how: Phrase | null;
  readonly more: Phrase | null;
}

/** What the learner is told: the verdict, what was measured behind it, and what to do. */
export interface Feedback {
  readonly verdict: Verdict;
  /** One step a fault, the most probable first; exactly one otherwise. */
  readonly steps: readonly [Step, ...Step[]];
  /** Measured causes of the faults that hold. */
  readonly causes: readonly Phrase[];
  /** Measured, but not part of the verdict: worth a second look. */
  readonly asides: readonly Phrase[];
  /** Why the verdict is less than sure, or null. */
  readonly doubt: Phrase | null;
}

/**
 * Turns an analysis into words: the model's labels say what, the meters say why. A live view passes the verdict that
 * it shows, which may lag behind the newest probabilities.
 */
export function advise({ outcome }: Analysis, verdict: Verdict = decideVerdict(outcome)): Feedback {
  if (verdict.kind === 'declined') {
    return { verdict, steps: [declinedStep(verdict.refusal)], causes: [], asides: [], doubt: null };
  }
  const causes =
    outcome.kind === 'assessed' ? findCauses(outcome.meters, shownAnatomy(outcome)?.framing ?? null) : [];
  const faults = verdict.kind === 'faults' ? verdict.faults : [];
  const holds = (cause: Cause): boolean => faults.some((fault) => fault === cause.fault);
  return {
    verdict,
    steps: stepsFor(verdict, causes),
    causes: verdict.kind === 'wrong' ? [] : causes.filter(holds).map((cause) => cause.text),
    asides:
      verdict.kind === 'wrong' ? [] : causes.filter((cause) => !holds(cause)).map((cause) => cause.text),
    doubt: findDoubt(outcome, verdict),
  };
}

function findDoubt(outcome: Analysis['outcome'], verdict: Verdict): Phrase | null {
  if (isUndecided(outcome)) return phrase('cause.unsure');
  if (verdict.kind !== 'wrong' && shownAnatomy(outcome) === null) return phrase('cause.no-outline');
  const label = findCloseCall(outcome, verdict);
  return label && phrase('cause.close', { label: say(`verdict.${label}`) });
}

function stepsFor(
  verdict: Exclude<Verdict, { kind: 'declined' }>,
  causes: readonly Cause[],
): [Step, ...Step[]] {
  if (verdict.kind !== 'faults') return [step(verdict.kind)];
  const [first, ...rest] = verdict.faults;
  return [faultStep(first, causes), ...rest.map((fault) => faultStep(fault, causes))];
}

function faultStep(fault: Fault, causes: readonly Cause[]): Step {
  if (fault === 'gain') return step(gainAdvice(causes));
  if (fault === 'position') return step(positionAdvice(causes));
  return step(fault);
}

type AdviceName =
  | 'optimal'
  | 'wrong'
  | 'artefact'
  | 'position'
  | `position-${PlaceAdvice}`
  | 'gain-dark'
  | 'gain-bright'
  | 'gain-far-dark'
  | 'gain-far-bright'
  | 'gain-near-dark'
  | 'gain-unclear';

type PlaceAdvice =
  | 'upper'
  | 'lower'
  | 'near'
  | 'far'
  | 'left'
  | 'right'
  | 'small'
  | 'large'
  | 'shallow'
  | 'deep';

/** What the clearest cause asks for; what is off centre is brought to the middle as what is cut off is. */
const placeAdvice: Readonly<Record<FramingKind, PlaceAdvice>> = {
  'cut-upper': 'upper',
  'cut-lower': 'lower',
  'cut-left': 'left',
  'cut-right': 'right',
  'cut-near': 'near',
  'cut-far': 'far',
  'off-left': 'left',
  'off-right': 'right',
  small: 'small',
  large: 'large',
  shallow: 'shallow',
  deep: 'deep',
};

function positionAdvice(causes: readonly Cause[]): AdviceName {
  const kind = causes.find((cause) => cause.fault === 'position')?.kind;
  const isFraming = (name: string | undefined): name is FramingKind =>
    name !== undefined && name in placeAdvice;
  return isFraming(kind) ? `position-${placeAdvice[kind]}` : 'position';
}

/** The first gain cause that was measured chooses the knob to turn. */
function gainAdvice(causes: readonly Cause[]): AdviceName {
  const kind = causes.find((cause) => cause.fault === 'gain')?.kind;
  if (kind === 'dark' || kind === 'bright') return `gain-${kind}`;
  if (kind === 'far-dark' || kind === 'far-bright' || kind === 'near-dark') return `gain-${kind}`;
  return 'gain-unclear';
}

function step(name: AdviceName): Step {
  return {
    line: phrase(`advice.${name}.line`),
    how: phrase(`advice.${name}.how`),
    more: phrase(`advice.${name}.more`),
  };
}

function declinedStep(refusal: Extract<Verdict, { kind: 'declined' }>['refusal']): Step {
  return {
    line: phrase(`advice.declined.${refusal}.line`),
    how: phrase(`advice.declined.${refusal}.how`),
    more: phrase('advice.declined.more'),
  };
}
