import * as v from 'valibot';

const name = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens'));
const semver = v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/));
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const path = v.pipe(
  v.string(),
  v.regex(/^[\w-]+(\/[\w-]+)*(\.[\w]+)+$/, 'a relative path without dots in folders'),
);
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const size = v.pipe(v.number(), v.integer(), v.minValue(1));

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
  region: v.picklist(['sector', 'whole']),
  fit: v.picklist(['letterbox', 'stretch']),
});

const quality = v.strictObject({
  task: v.literal('quality'),
  /** Logits, shape [1, labels]. */
  tensor: v.string(),
  labels: v.tuple([
    v.literal('artefact'),
    v.literal('gain'),
    v.literal('position'),
    v.literal('optimal'),
    v.literal('wrong'),
  ]),
  activation: v.literal('sigmoid'),
  /** One threshold a label, on the calibrated probability. */
  thresholds: v.array(share),
  /** Logits are divided by these before the activation, one a label. */
  temperatures: v.array(v.pipe(v.number(), v.minValue(0.01))),
});

const activation = v.strictObject({
  task: v.literal('activation-map'),
  /** Features × head weights before pooling, shape [1, rows, columns, labels]. */
  tensor: v.string(),
});

const novelty = v.strictObject({
  task: v.literal('novelty'),
  /** Distance from the training pictures in feature space, shape [1, 1]; larger is stranger. */
  tensor: v.string(),
  /** Above this the picture is refused as unlike any ultrasound seen in training. */
  threshold: v.pipe(v.number(), v.gtValue(0)),
});

const output = v.variant('task', [quality, activation, novelty]);

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
  limits: v.array(v.string()),
  trainingData: v.array(
    v.strictObject({ name: v.string(), n: size, pictures: metric.entries.pictures, use: v.string() }),
  ),
  metrics: v.array(metric),
  files: v.pipe(v.array(file), v.minLength(2)),
  input,
  outputs: v.pipe(v.array(output), v.minLength(1)),
  golden: v.pipe(v.array(golden), v.minLength(1)),
});

/** A checked model card. */
export type Card = v.InferOutput<typeof cardSchema>;
