import type { ModelIdentity } from './analysis.ts';
import { type Finding, findings } from './findings/finding.ts';
import { rememberedText } from './settings.ts';

/** Thresholds in place of a card's, by finding. */
export type ChosenThresholds = Readonly<Partial<Record<Finding, number>>>;

/** By model and version, as JSON: a threshold on one model's probabilities says nothing about another's. */
const stored = rememberedText('operating-points');

/** The thresholds that were chosen for a model on this device; a signal is read. */
export function chosenThresholds(model: ModelIdentity): ChosenThresholds {
  return onlyThresholds(readAll()[keyOf(model)]);
}

/** Remembers a threshold for a model's finding; null goes back to the card's. */
export function chooseThreshold(model: ModelIdentity, finding: Finding, threshold: number | null): void {
  const { [finding]: _, ...others } = chosenThresholds(model);
  const chosen = threshold === null ? others : { ...others, [finding]: threshold };
  stored.value = JSON.stringify({ ...readAll(), [keyOf(model)]: chosen });
}

function keyOf({ name, version }: ModelIdentity): string {
  return `${name} ${version}`;
}

/** What lies in storage may be anything: another version of the app, or a person, may have written it. */
function readAll(): Readonly<Record<string, unknown>> {
  try {
    const read: unknown = JSON.parse(stored.value);
    return typeof read === 'object' && read !== null ? { ...read } : {};
  } catch {
    return {};
  }
}

function onlyThresholds(read: unknown): ChosenThresholds {
  if (typeof read !== 'object' || read === null) return {};
  const entries: Record<string, unknown> = { ...read };
  return Object.fromEntries(
    findings.flatMap((finding) => {
      const threshold = entries[finding];
      return typeof threshold === 'number' && threshold >= 0 && threshold <= 1 ? [[finding, threshold]] : [];
    }),
  );
}
