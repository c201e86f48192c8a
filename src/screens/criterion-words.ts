import { formatShare } from '../i18n/format.ts';
import { say } from '../i18n/say.ts';
import type { Criterion } from '../phantom/targets.ts';
import { unit } from './patient-units.ts';

/** What was measured for a criterion, with its unit. */
export function criterionWords(criterion: Criterion): string {
  if (criterion.name === 'side')
    return say('practice.side.value', { side: say(`patient.side.${criterion.value}`) });
  const { name, value } = criterion;
  if (name === 'whole' && value === 1) return say('patient.truth.no-kidney');
  switch (name) {
    case 'along':
    case 'across':
      return say(`practice.${name}.value`, { degrees: Math.round(value) });
    case 'level':
      return say(value < 0 ? 'practice.level.upper' : 'practice.level.lower', {
        length: unit.centimetres(Math.abs(value)),
      });
    case 'gain':
      return say('practice.gain.value', { decibels: unit.decibels(value) });
    case 'whole':
    case 'central':
    case 'large':
    case 'clear':
      return say(`practice.${name}.value`, { share: formatShare(value) });
  }
}

/** Minutes and seconds, the minutes only where there are some. */
export function durationWords(milliseconds: number): string {
  const all = Math.round(milliseconds / 1000);
  const [minutes, seconds] = [Math.floor(all / 60), all % 60];
  return minutes === 0 ? say('practice.seconds', { seconds }) : say('practice.minutes', { minutes, seconds });
}
