import * as v from 'valibot';
import { output } from './card-outputs.ts';
import { name, path, semver, sha256, share, size } from './card-parts.ts';

const file = v.strictObject({ path, bytes: size, sha256 });

const metric = v.strictObject({
  /** What was measured on, in words, and whether those pictures are real, simulated, or real and degraded. */
  dataset: v.string(),
  pictures: v.picklist(['real', 'degraded', 'simulated']),
  n: size,
  /** The label or structure the figure is about. */
  subject: v.string(),
  metric: v.string(),
  value: v.number(),
  /** 95 % interval by bootstrap over groups. */
  interval: v.tuple([v.number(), v.number()]),
});

const input = v.strictObject({
  /** Tensor name in the graph; shape [1, height, width, channels]. */
  tensor: v.string(),
  width: size,
  height: size,
  channels: v.picklist([1, 3]),
  colour: v.picklist(['grey', 'rgb']),
  /** Grey 0 and 255 map linearly onto these two values. */
  range: v.tuple([v.number(), v.number()]),
  /** `kidney-crop`: the square round the kidney's long axis, see src/pixels/fit-kidney-crop.ts. */
  region: v.picklist(['sector', 'whole', 'kidney-crop']),
  fit: v.picklist(['letterbox', 'stretch']),
});

/** How often a label held among pictures with a calibrated probability in each range. */
const reliability = v.strictObject({
  dataset: v.string(),
  pictures: v.picklist(['real', 'degraded', 'simulated']),
  subject: v.string(),
  bins: v.array(
    v.strictObject({
      low: share,
      high: share,
      n: v.pipe(v.number(), v.minValue(0)),
      said: share,
      seen: share,
    }),
  ),
});

/** What would be said of a set of pictures at every operating point. */
const curve = v.strictObject({
  dataset: v.string(),
  pictures: v.picklist(['real', 'degraded', 'simulated']),
  subject: v.string(),
  positives: size,
  negatives: size,
  /** Calibrated probability from which on it is called, sensitivity, specificity; thresholds ascend. */
  points: v.array(v.tuple([share, share, share])),
});

/** A figure on the same pictures changed in one way. */
const robustness = v.strictObject({ ...metric.entries, change: v.string() });

const golden = v.strictObject({
  /** Grey bytes, `height × width`, as they go into the model before the range is applied. */
  input: path,
  /** Expected values by tensor name, flattened. */
  outputs: v.record(v.string(), v.array(v.number())),
  /** Largest allowed absolute difference. */
  tolerance: v.pipe(v.number(), v.minValue(0)),
});

/** The schema of `card.json`, the description that travels with every model package. */
export const cardSchema = v.strictObject({
  schema: v.literal(1),
  name,
  version: semver,
  format: v.literal('tfjs-graph-model'),
  title: v.string(),
  date: v.pipe(v.string(), v.isoDate()),
  licence: v.string(),
  authors: v.array(v.string()),
  attribution: v.array(v.string()),
  intendedUse: v.string(),
  /** For patients of what age, in years; absent where the author does not say. */
  ageYears: v.optional(
    v.pipe(
      v.tuple([v.number(), v.number()]),
      v.check(([least, most]) => least <= most, 'from young to old'),
    ),
  ),
  limits: v.array(v.string()),
  trainingData: v.array(
    v.strictObject({ name: v.string(), n: size, pictures: metric.entries.pictures, use: v.string() }),
  ),
  metrics: v.array(metric),
  reliability: v.optional(v.array(reliability)),
  robustness: v.optional(v.array(robustness)),
  curves: v.optional(v.array(curve)),
  files: v.pipe(v.array(file), v.minLength(2)),
  input,
  outputs: v.pipe(v.array(output), v.minLength(1)),
  golden: v.pipe(v.array(golden), v.minLength(1)),
});

/** A checked model card. */
export type Card = v.InferOutput<typeof cardSchema>;
