/** One line of a page's table: which of a card's figures, and what it is to be read beside. */
export interface Wish {
  readonly subject: string;
  readonly metric: RegExp;
  readonly dataset: RegExp;
  /** The target of the project, a published figure, or two readers. */
  readonly beside?: string | undefined;
}

const readers = 'two readers of this set';
const shortTraining = /set in no part of a short training/;

/** AUC in children, real pictures (JMIR Med Inform 2022;10:e40878). */
const published: Readonly<Record<string, string>> = {
  abnormal: '0.959, real, children',
  stone: '0.973, real, children',
  cyst: '0.940, real, children',
  hyperechogenicity: '0.940, real, children',
  mass: '0.934, real, children',
  hydronephrosis: '0.996, real, children',
};

/** The figures that docs/models.md shows of each model; the cards have all. */
export const mainFigures: Readonly<Record<string, readonly Wish[]>> = {
  'kidney-view': [
    dice('capsule', /border sharp/, `target 0.94; ${readers} 0.955`),
    dice('capsule', /all borders/, 'target 0.92; DeepLabV3+ 0.942 and two sonographers 0.946 on Open Kidney'),
    dice('central-echo-complex', /all borders/, `target 0.84; ${readers} 0.878; DeepLabV3+ 0.858`),
    dice('cortex', /without a fault/, 'target 0.80; two sonographers 0.591 on real pictures'),
    dice('medulla', /without a fault/, 'target 0.75; two sonographers 0.692 on real pictures'),
    auc('wrong', /^held-out other organs against/, 'target 0.98'),
    ...labelRows('gain', 'target 0.97', 'target 0.85'),
    ...labelRows('position', 'target 0.95', 'target 0.85'),
    ...labelRows('artefact', 'target 0.93', 'target 0.85'),
    { subject: 'capsule', metric: /share with a capsule/, dataset: /other organs/ },
    { subject: 'wrong', metric: /share called Wrong or refused/, dataset: shortTraining },
    { subject: 'wrong', metric: /confident kidney/, dataset: shortTraining },
    { subject: 'novelty', metric: /share refused/, dataset: /drawn|photographs|other scanners/ },
  ],
  'kidney-crop': [
    ...['abnormal', 'stone', 'cyst', 'hyperechogenicity', 'mass', 'hydronephrosis'].flatMap((finding) => [
      auc(finding, /^test phantoms/, published[finding]),
      auc(finding, /findings drawn/),
    ]),
    auc('hydronephrosis', /^hydronephrosis set/, 'target 0.85'),
    {
      subject: 'function',
      metric: /Pearson r/,
      dataset: /^test phantoms/,
      beside: '0.741, real, npj Digit Med 2019',
    },
    { subject: 'function', metric: /mean absolute error/, dataset: /^test phantoms/ },
    { subject: 'function', metric: /share of truths/, dataset: /^test phantoms/ },
    {
      subject: 'chronic-kidney-disease',
      metric: /^AUC/,
      dataset: /^test phantoms/,
      beside: '0.81, real, 909 patients',
    },
    {
      subject: 'chronic-kidney-disease',
      metric: /accuracy/,
      dataset: /^test phantoms/,
      beside: '0.856, real, npj Digit Med 2019',
    },
    { subject: 'novelty', metric: /share refused/, dataset: /organs|drawn|photographs/ },
  ],
  'tissue-layers': [
    { subject: 'fascia, of several layers', metric: /^Dice/, dataset: /^held-out films of the muscle set$/ },
    { subject: 'fascia, yes or no', metric: /^Dice/, dataset: /^held-out films of the muscle set$/ },
    { subject: "muscle, derived from the readers' aponeuroses", metric: /^Dice/, dataset: /^held-out films/ },
    {
      subject: "skin-fat, derived from the readers' aponeuroses",
      metric: /^Dice/,
      dataset: /^held-out films/,
    },
    ...['skin-fat', 'muscle', 'fascia', 'tendon'].map((layer) => dice(layer, /^held-out simulated limbs/)),
    { subject: 'skin-fat against a mask of fat alone', metric: /^Dice/, dataset: /thigh/ },
    { subject: 'novelty', metric: /refused, or flagged/, dataset: /kidneys|organs|liver|drawn|photographs/ },
  ],
};

function dice(structure: string, dataset: RegExp, beside?: string): Wish {
  return { subject: structure, metric: /^Dice/, dataset, beside };
}

function auc(label: string, dataset: RegExp, beside?: string): Wish {
  return { subject: label, metric: /^AUC/, dataset, beside };
}

/** A fault on degraded pictures and as it comes in nature. */
function labelRows(label: string, degraded: string, natural: string): Wish[] {
  return [auc(label, /degraded at random/, degraded), auc(label, /natural faults/, natural)];
}
