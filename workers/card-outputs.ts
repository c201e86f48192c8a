import * as v from 'valibot';
import { findings as screened } from '../src/findings/finding.ts';
import { path, share, size } from './card-parts.ts';

/** One threshold a label, on the calibrated probability. */
const thresholds = v.array(share);
/** Logits are divided by these before the activation, one a label. */
const temperatures = v.array(v.pipe(v.number(), v.minValue(0.01)));
/** Calibrated probabilities between the two say neither yes nor no. */
const band = v.pipe(
  v.tuple([share, share]),
  v.check(([low, high]) => low <= high, 'from low to high'),
);
const notNegative = v.pipe(v.number(), v.minValue(0));

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
  thresholds,
  temperatures,
  abstain: v.optional(v.array(band)),
  operatingPoint: v.optional(v.string()),
});

const activation = v.strictObject({
  task: v.literal('activation-map'),
  /** Features × head weights before pooling, shape [1, rows, columns, labels]. */
  tensor: v.string(),
  /** How cells become a logit: their mean (where absent), or the log of the mean of their exponentials. */
  pooling: v.optional(v.picklist(['mean', 'log-mean-exp'])),
});

const novelty = v.strictObject({
  task: v.literal('novelty'),
  /** Distance from the training pictures in feature space, shape [1, 1]; larger is stranger. */
  tensor: v.string(),
  /** Above this the picture is refused as unlike any ultrasound seen in training. */
  threshold: v.pipe(v.number(), v.gtValue(0)),
});

const segmentation = v.strictObject({
  task: v.literal('segmentation'),
  /** Logits, shape [1, rows, columns, structures]; rows and columns divide the input's height and width. */
  tensor: v.string(),
  /** Several may hold at a place: the capsule encloses the others. */
  structures: v.array(v.picklist(['capsule', 'central-echo-complex', 'medulla', 'cortex'])),
  activation: v.literal('sigmoid'),
  thresholds,
  temperatures,
});

const tissue = v.strictObject({
  task: v.literal('tissue'),
  /** Logits, shape [1, rows, columns, layers]. */
  tensor: v.string(),
  layers: v.array(v.picklist(['background', 'skin-fat', 'muscle', 'fascia', 'tendon'])),
  /** `softmax`: one layer at a place (multi-class); `sigmoid`: each layer by itself (binary). */
  activation: v.picklist(['softmax', 'sigmoid']),
  /** With `sigmoid` only. */
  thresholds: v.optional(thresholds),
  /** One for all with `softmax`, one a layer with `sigmoid`. */
  temperatures,
});

const findings = v.strictObject({
  task: v.literal('findings'),
  /** Logits, shape [1, labels]. */
  tensor: v.string(),
  labels: v.pipe(v.array(v.picklist(screened)), v.minLength(1)),
  activation: v.literal('sigmoid'),
  thresholds,
  temperatures,
  abstain: v.array(band),
  operatingPoint: v.string(),
});

const kidneyFunction = v.strictObject({
  task: v.literal('function'),
  /** Estimated glomerular filtration rate of each bagged head, shape [1, heads]. */
  tensor: v.string(),
  unit: v.literal('mL/min/1.73 m²'),
  /** The equation or source that the training's values came from. */
  scale: v.string(),
  heads: size,
  /** Half of the 90 % interval is this times the standard deviation over the heads, plus `floor`. */
  interval: v.strictObject({ perSpread: notNegative, floor: notNegative }),
});

const features = v.strictObject({
  task: v.literal('features'),
  /** Pooled features, shape [1, length]. */
  tensor: v.string(),
  length: size,
});

const boostedTrees = v.strictObject({
  task: v.literal('boosted-trees'),
  /** Features that go into the trees: the tensor of the `features` output. */
  tensor: v.string(),
  /** A file of the package: src/kidney-function/boosted-trees.ts says how it is read. */
  trees: path,
  label: v.literal('chronic-kidney-disease'),
  threshold: share,
  temperature: v.pipe(v.number(), v.minValue(0.01)),
  abstain: band,
});

/** One output of a model: which tensor, and how it is read. */
export const output = v.variant('task', [
  quality,
  activation,
  novelty,
  segmentation,
  tissue,
  findings,
  kidneyFunction,
  features,
  boostedTrees,
]);
