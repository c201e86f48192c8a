import { formatShare } from '../i18n/format.ts';
import { type Phrase, phrase } from '../i18n/say.ts';
import type { Cut, Framing } from '../pixels/framing.ts';

/** Something in the way that the kidney lies. */
export type FramingKind =
  | 'cut-upper'
  | 'cut-lower'
  | 'cut-left'
  | 'cut-right'
  | 'cut-near'
  | 'cut-far'
  | 'small'
  | 'large'
  | 'off-left'
  | 'off-right'
  | 'shallow'
  | 'deep';

interface FramingCause {
  readonly fault: 'position';
  readonly kind: FramingKind;
  readonly text: Phrase;
}

/**
 * From where on it is worth a word: midway between what training calls fine and what it calls a fault
 * (training/README.md, "What is a fault"); for a cut a little more, since its share is told a little high.
 */
export const framingLimits = {
  cut: 0.08,
  small: 0.06,
  large: 0.43,
  offCentre: 0.2,
  shallow: 0.19,
  deep: 0.69,
};
/** A kidney this much longer than wide is seen along its long axis, so that its ends are poles. */
const LONG_VIEW = 1.5;

/** What the outline shows to be wrong with the kidney's place, the most important first. */
export function findFramingCauses(framing: Framing): readonly FramingCause[] {
  const { sectorShare, offCentre, depth } = framing;
  const found: (FramingCause | false)[] = [
    ...framing.cuts.map((cut) => cut.share >= framingLimits.cut && describeCut(cut, framing)),
    sectorShare < framingLimits.small && cause('small', sectorShare),
    sectorShare > framingLimits.large && cause('large', sectorShare),
    offCentre < -framingLimits.offCentre && cause('off-left', -offCentre),
    offCentre > framingLimits.offCentre && cause('off-right', offCentre),
    depth < framingLimits.shallow && cause('shallow', depth),
    depth > framingLimits.deep && cause('deep', depth),
  ];
  return found.filter((one) => one !== false);
}

/**
 * Which end is missing. In a long-axis view the left of the picture is towards the head (AIUM and EFSUMB
 * convention), so the ends are poles; across the kidney only the side of the picture can be named.
 */
function describeCut({ edge, share }: Cut, { elongation }: Framing): FramingCause {
  if (edge === 'near' || edge === 'far' || elongation < LONG_VIEW) return cause(`cut-${edge}`, share);
  return cause(edge === 'left' ? 'cut-upper' : 'cut-lower', share);
}

function cause(kind: FramingKind, share: number): FramingCause {
  return { fault: 'position', kind, text: phrase(`framing.${kind}`, { share: formatShare(share) }) };
}
