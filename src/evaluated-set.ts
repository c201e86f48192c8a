import { signal } from '@preact/signals';
import type { ModelIdentity } from './analysis.ts';
import { Failure } from './failure.ts';
import { type Finding, findings } from './findings/finding.ts';
import type { OperatingCurve } from './findings/operating-curve.ts';
import { curveOf, type Judged } from './findings/roc.ts';

/** One finding of a person's own set: what the model said, and what is true. No picture and no file name. */
export interface EvaluatedFinding {
  readonly finding: Finding;
  /** The card's operating point. */
  readonly threshold: number;
  readonly judged: readonly Judged[];
}

/** A model evaluated on a person's own pictures, as it is kept on this device: one set a model. */
export interface EvaluatedSet {
  readonly model: ModelIdentity;
  /** Milliseconds since 1970. */
  readonly evaluatedAt: number;
  /** How many pictures were read, and how many the app refused. */
  readonly read: number;
  readonly refused: number;
  /** Findings that somebody knew of at least one picture. */
  readonly findings: readonly EvaluatedFinding[];
}

const prefix = 'kidney-coach:evaluated:';
/** Probabilities are kept to this many digits, which keeps ten thousand pictures within a megabyte. */
const digits = 5;
/** Rises with each change, so that who reads a set reads it anew. */
const changes = signal(0);

/** The set that was kept for the model of that name; null without one. A signal is read. */
export function readEvaluatedSet(model: string): EvaluatedSet | null {
  changes.value;
  try {
    return fromStored(JSON.parse(localStorage.getItem(prefix + model) ?? 'null'));
  } catch {
    // Blocked storage, or not what this version of the app wrote: the pictures can be read again.
    return null;
  }
}

/**
 * Keeps a set in place of the model's last one.
 * @throws Failure `storage-full` or `storage-blocked`
 */
export function keepEvaluatedSet(set: EvaluatedSet): void {
  try {
    localStorage.setItem(prefix + set.model.name, JSON.stringify(toStored(set)));
  } catch (thrown) {
    const isFull = thrown instanceof DOMException && thrown.name === 'QuotaExceededError';
    throw new Failure(isFull ? 'storage-full' : 'storage-blocked', prefix + set.model.name);
  }
  changes.value++;
}

/** Deletes the set of the model of that name. */
export function deleteEvaluatedSet(model: string): void {
  try {
    localStorage.removeItem(prefix + model);
  } catch {
    // Where storage is blocked nothing was kept.
  }
  changes.value++;
}

/** The curves of a person's own set for exactly this model, for the operating point; `describe` says in words what was evaluated when. */
export function ownCurves(
  { name, sha256 }: ModelIdentity,
  describe: (evaluatedAt: number) => string,
): OperatingCurve[] {
  const set = readEvaluatedSet(name);
  if (set === null || set.model.sha256 !== sha256) return [];
  const dataset = describe(set.evaluatedAt);
  return set.findings
    .filter(({ judged }) => new Set(judged.map(({ holds }) => holds)).size === 2)
    .map(({ finding, judged }) => ({ ...curveOf(judged), dataset, pictures: 'own', subject: finding }));
}

/** What lies in storage; `judged` as probability and 1 or 0. */
interface Stored extends Omit<EvaluatedSet, 'findings'> {
  readonly schema: 1;
  readonly findings: readonly {
    readonly finding: Finding;
    readonly threshold: number;
    readonly judged: readonly (readonly [number, 0 | 1])[];
  }[];
}

function toStored(set: EvaluatedSet): Stored {
  const shorten = ({ judged, ...rest }: EvaluatedFinding): Stored['findings'][number] => ({
    ...rest,
    judged: judged.map(({ probability, holds }) => [Number(probability.toFixed(digits)), holds ? 1 : 0]),
  });
  return { schema: 1, ...set, findings: set.findings.map(shorten) };
}

/** Throws on what has another shape. */
function fromStored(stored: Stored | null): EvaluatedSet | null {
  if (stored?.schema !== 1) return null;
  const { model, evaluatedAt, read, refused } = stored;
  const all = stored.findings.map(({ finding, threshold, judged }): EvaluatedFinding => {
    if (!findings.includes(finding)) throw new TypeError(`no finding ${finding}`);
    return {
      finding,
      threshold,
      judged: judged.map(([probability, holds]) => ({ probability, holds: holds === 1 })),
    };
  });
  return { model, evaluatedAt, read, refused, findings: all };
}
