import { say } from '../i18n/say.ts';
import { Difference, type LayerFigure } from '../tissue/compare-layers.ts';
import type { LayerName } from '../tissue/layer-map.ts';

/** Red, green, blue. */
export type Colour = readonly [number, number, number];

/**
 * Okabe and Ito's palette, which stays apart for colour-blind eyes (https://jfly.uni-koeln.de/color/), as the truth of
 * the virtual patient has it; null leaves the picture as it is.
 */
const colours: Readonly<Record<LayerName, Colour | null>> = {
  background: null,
  'skin-fat': [230, 159, 0],
  muscle: [204, 121, 167],
  fascia: [240, 228, 66],
  tendon: [86, 180, 233],
  kidney: [86, 180, 233],
  'central-echo-complex': [240, 228, 66],
};

/** How a layer is shown. */
export interface LayerLook {
  readonly name: string;
  readonly colour: Colour | null;
}

/** The looks of layers by their number. */
export function looksOf(layers: readonly LayerName[]): readonly LayerLook[] {
  return layers.map((layer) => ({ name: say(`tissue.layer.${layer}`), colour: colours[layer] }));
}

/** The looks of a difference, by its numbers. */
export function differenceLooks(): readonly LayerLook[] {
  const looks: LayerLook[] = [{ name: '', colour: null }];
  looks[Difference.missed] = { name: say('tissue.difference.missed'), colour: [86, 180, 233] };
  looks[Difference.extra] = { name: say('tissue.difference.extra'), colour: [213, 94, 0] };
  looks[Difference.confused] = { name: say('tissue.difference.confused'), colour: [0, 158, 115] };
  return looks;
}

/** A colour as CSS writes it. */
export function cssOf(colour: Colour | null): string {
  return colour === null ? 'transparent' : `rgb(${colour.join(' ')})`;
}

/** Layers worth a line: those that are seen or known to be there; what is none of them comes last. */
export function shownFigures(figures: readonly LayerFigure[]): LayerFigure[] {
  const worth = figures.filter(({ share, dice }) => share > 0 || dice !== null);
  return [...worth.filter(({ layer }) => layer !== 0), ...worth.filter(({ layer }) => layer === 0)];
}
