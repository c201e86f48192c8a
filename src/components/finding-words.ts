import type { CardFigure } from '../findings/card-figures.ts';
import type { ToldFinding } from '../findings/decide.ts';
import type { Finding } from '../findings/finding.ts';
import { say } from '../i18n/say.ts';

/** What a finding is called. */
export function findingName(finding: Finding): string {
  return say(`finding.${finding}`);
}

/** What is said of a finding, in a word or two. */
export function stateWords({ reading: { finding }, state: { kind } }: ToldFinding): string {
  const isWhole = finding === 'abnormal' && (kind === 'seen' || kind === 'not-seen');
  return isWhole ? say(`finding.abnormal.${kind}`) : say(`finding.state.${kind}`);
}

/** An area under the curve with its interval. */
export function areaWords({ value, interval: [low, high] }: CardFigure): string {
  const digits = (one: number): string => one.toFixed(2);
  return say('measured-on.area', { value: digits(value), low: digits(low), high: digits(high) });
}

/** Why nothing more is said of a finding, or null where that needs no reason. */
export function reasonWords({ state, isUnprovenHere }: ToldFinding): string | null {
  if (state.kind === 'untold') {
    if (state.weakest === null) return say('finding.untold.nothing');
    const { n, pictures } = state.weakest;
    const area = areaWords(state.weakest);
    return say('finding.untold.why', { area, n, pictures: say(`measured-on.${pictures}`) });
  }
  if (state.kind === 'unsure') return say('finding.unsure.why');
  return isUnprovenHere ? say('finding.unproven') : null;
}
