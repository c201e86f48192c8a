import type { VNode } from 'preact';
import type { ScanTruth } from '../../workers/phantom-protocol.ts';
import { say } from '../i18n/say.ts';
import { findingLayer, layerAt, type TruthLayer, truthLayers } from './truth-layers.ts';
import styles from './truth-panel.module.css';

const layers = [findingLayer, ...truthLayers];

/** What the colours mean, and how much of each the picture shows: the truth's colours in words. */
export function TruthLegend({ truth }: { readonly truth: ScanTruth }): VNode {
  const areas = measureLayers(truth);
  return (
    <ul class={styles.legend} aria-label={say('patient.truth.legend')}>
      {layers.map((layer) => {
        const area = areas.get(layer);
        return (
          area !== undefined && (
            <li key={layer.name} class={styles.layer}>
              <span class={styles.chip} style={{ '--chip': `rgb(${layer.colour.join(' ')})` }} />
              <span>{say(`patient.layer.${layer.name}`)}</span>
              <span class={styles.area}>{say('patient.unit.cm2', { value: area.toFixed(1) })}</span>
            </li>
          )
        );
      })}
    </ul>
  );
}

/** Area of each layer in the picture, cm². */
function measureLayers(truth: ScanTruth): Map<TruthLayer, number> {
  const { width, height } = truth.maps;
  // The maps are half as fine as the picture.
  const pixelCm2 = (2 * truth.cmPerPixel) ** 2;
  const areas = new Map<TruthLayer, number>();
  for (let i = 0; i < width * height; i += 1) {
    const layer = layerAt(truth, i);
    if (layer !== null) areas.set(layer, (areas.get(layer) ?? 0) + pixelCm2);
  }
  return areas;
}
