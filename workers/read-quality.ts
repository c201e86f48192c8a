import type { ActivationMap, LabelReading } from '../src/analysis.ts';
import { Failure } from '../src/failure.ts';
import type { ModelInput } from '../src/pixels/model-input.ts';
import type { Card } from './card.ts';
import type { Outputs } from './graph-model.ts';
import { outputFor, sigmoid, valuesOf } from './read-outputs.ts';

/**
 * Calibrated probability of each label: logit over its temperature, then the sigmoid (Guo et al. 2017,
 * "On calibration of modern neural networks", with one temperature a label).
 */
export function readLabels(card: Card, outputs: Outputs): LabelReading[] {
  const quality = outputFor(card, 'quality');
  if (quality === null) throw new Failure('package-task', card.name);
  const logits = valuesOf(outputs, quality.tensor).values;
  return quality.labels.map((label, index) => {
    const logit = logits[index] ?? Number.NaN;
    const temperature = quality.temperatures[index] ?? Number.NaN;
    const abstain = quality.abstain?.[index];
    return {
      label,
      probability: sigmoid(logit / temperature),
      threshold: quality.thresholds[index] ?? 1,
      ...(abstain && { abstain }),
    };
  });
}

/** Distance from the training pictures over the card's threshold; 0 for a model that does not tell. */
export function readNovelty(card: Card, outputs: Outputs): number {
  const novelty = outputFor(card, 'novelty');
  if (novelty === null) return 0;
  return (valuesOf(outputs, novelty.tensor).values[0] ?? Number.NaN) / novelty.threshold;
}

/** The activation map over the picture; for a model without one, a single cell in which nothing stands out. */
export function readMap(card: Card, outputs: Outputs, placement: ModelInput['placement']): ActivationMap {
  const covers = {
    x: -placement.offsetX / placement.scaleX,
    y: -placement.offsetY / placement.scaleY,
    width: card.input.width / placement.scaleX,
    height: card.input.height / placement.scaleY,
  };
  const activation = outputFor(card, 'activation-map');
  if (activation === null) return { rows: 1, columns: 1, values: new Float32Array(5), covers };
  const { shape, values } = valuesOf(outputs, activation.tensor);
  return { rows: shape[1] ?? 1, columns: shape[2] ?? 1, values, covers };
}
