import type { VNode } from 'preact';
import { formatFineShare } from '../i18n/format.ts';
import { say } from '../i18n/say.ts';
import type { MeasuredPicture } from '../measure/measure-examination.ts';
import card from './card.module.css';

/** Where the centimetres come from and how sure they are, or why there are none. */
export function ScaleLine({ measured }: { readonly measured: MeasuredPicture }): VNode {
  return <p class={card.quiet}>{scaleWords(measured)}</p>;
}

/** The same as words. */
export function scaleWords({ chosen, scale }: Pick<MeasuredPicture, 'chosen' | 'scale'>): string {
  if (chosen.calibration === null) return say(`scale.none.${chosen.why}`);
  const source = say(`scale.source.${chosen.calibration.source}`);
  // A standard uncertainty is told as what holds in 95 of 100 cases, as every other ±.
  return scale.uncertainty === 0
    ? source
    : say('scale.sure', { source, percent: formatFineShare(1.96 * scale.uncertainty) });
}
