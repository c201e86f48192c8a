import { formatFineShare, formatNumber, formatShare } from '../i18n/format.ts';
import { type Phrase, phrase, say } from '../i18n/say.ts';
import type { Framing } from '../pixels/framing.ts';
import { judgeMeter, meterBands } from '../pixels/meter-bands.ts';
import type { Meters, ShadowBand } from '../pixels/meters.ts';
import { type FramingKind, findFramingCauses } from './find-framing-causes.ts';
import type { Fault } from './verdict.ts';

/** As in training: below this share of the kidney a shadow is no fault, and from 0.18 on it is one. */
const LEAST_SHADOWED = 0.1;

/** Something measured that is out of its normal band, and the fault it speaks for. */
export interface Cause {
  readonly fault: Fault;
  /** What exactly, to choose the advice by. */
  readonly kind:
    | 'dark'
    | 'bright'
    | 'far-dark'
    | 'far-bright'
    | 'near-dark'
    | 'shadow'
    | 'blurred'
    | FramingKind;
  readonly text: Phrase;
}

/** The measured causes, the clearest of each fault first; `framing` where a kidney was outlined. */
export function findCauses(meters: Meters, framing: Framing | null): readonly Cause[] {
  const shadows = shadow(meters, framing);
  const position = framing === null ? [] : findFramingCauses(framing);
  return [...overallGain(meters), ...timeGain(meters), ...shadows, ...blur(meters), ...position];
}

function overallGain(meters: Meters): Cause[] {
  const causes: Cause[] = [];
  const brightness = judgeMeter('brightness', meters.brightness);
  const { low, high } = meterBands.brightness;
  const params = { value: percent(meters.brightness), low: percent(low), high: percent(high) };
  if (brightness === 'low') causes.push({ fault: 'gain', kind: 'dark', text: phrase('cause.dark', params) });
  if (brightness === 'high')
    causes.push({ fault: 'gain', kind: 'bright', text: phrase('cause.bright', params) });
  if (judgeMeter('saturatedShare', meters.saturatedShare) === 'high') {
    const text = phrase('cause.saturated', { share: formatShare(meters.saturatedShare) });
    causes.push({ fault: 'gain', kind: 'bright', text });
  }
  if (judgeMeter('lostShare', meters.lostShare) === 'high') {
    const text = phrase('cause.lost', { share: formatShare(meters.lostShare) });
    causes.push({ fault: 'gain', kind: 'dark', text });
  }
  return causes;
}

function timeGain(meters: Meters): Cause[] {
  const judged = judgeMeter('farMinusNear', meters.farMinusNear);
  const points = formatNumber(Math.abs(Math.round(meters.farMinusNear)));
  if (judged === 'low')
    return [{ fault: 'gain', kind: 'far-dark', text: phrase('cause.far-dark', { points }) }];
  if (judged === 'normal') return [];
  const kind = meters.brightness < middle(meterBands.brightness) ? 'near-dark' : 'far-bright';
  return [{ fault: 'gain', kind, text: phrase('cause.far-bright', { points }) }];
}

/** A shadow matters where it lies on the kidney; without an outline, where it takes much of the sector. */
function shadow(meters: Meters, framing: Framing | null): Cause[] {
  if (framing !== null && framing.shadowedShare > LEAST_SHADOWED) {
    const params = { share: formatShare(framing.shadowedShare), where: whereAcross(meters.shadows) };
    return [{ fault: 'artefact', kind: 'shadow', text: phrase('cause.shadowed-kidney', params) }];
  }
  if (judgeMeter('shadowShare', meters.shadowShare) !== 'high') return [];
  const params = { share: formatShare(meters.shadowShare), where: whereAcross(meters.shadows) };
  return [{ fault: 'artefact', kind: 'shadow', text: phrase('cause.shadow', params) }];
}

function blur(meters: Meters): Cause[] {
  if (judgeMeter('sharpness', meters.sharpness) !== 'low') return [];
  return [
    {
      fault: 'artefact',
      kind: 'blurred',
      text: phrase('cause.blurred', {
        value: formatNumber(Math.round(meters.sharpness)),
        low: formatNumber(meterBands.sharpness.low),
      }),
    },
  ];
}

function whereAcross(shadows: readonly ShadowBand[]): string {
  const [only, ...more] = shadows;
  if (only === undefined || more.length > 0) return say('where.several');
  const centre = (only.from + only.to) / 2;
  return say(centre < 0.4 ? 'where.left' : centre > 0.6 ? 'where.right' : 'where.centre');
}

function middle({ low, high }: { readonly low: number; readonly high: number }): number {
  return (low + high) / 2;
}

/** One decimal: a value just outside its band must not read like the band's end. */
function percent(value: number): string {
  return formatFineShare(value / 100);
}
