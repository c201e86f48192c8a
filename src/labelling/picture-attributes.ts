import type { QualityLabel } from '../analysis.ts';
import type { Attributes, Json } from '../annotation/annotation.ts';

/** How good a picture is, as the Open Kidney Ultrasound Data Set says it. */
export const qualities = ['Good', 'Fair', 'Poor', 'Unsatisfactory'] as const;
/** How the kidney is cut, as the same set says it. */
export const views = ['Longitudinal', 'Transverse', 'Other'] as const;

export type Quality = (typeof qualities)[number];
export type View = (typeof views)[number];

/** How the five labels are written in a file. */
export const labelNames: Readonly<Record<QualityLabel, string>> = {
  artefact: 'Artefact',
  gain: 'Incorrect gain',
  position: 'Incorrect position',
  optimal: 'Optimal',
  wrong: 'Wrong',
};

/** The attribute of the five labels: a check box each, as VIA keeps them. */
const labelsKey = 'Labels';

/** The value of a picture's choice; an empty text where nobody chose, or the file says something else. */
export function readChoice<T extends string>(
  attributes: Attributes,
  key: 'Quality' | 'View',
  choices: readonly T[],
): T | '' {
  return choices.find((choice) => choice === attributes[key]) ?? '';
}

/** The attributes with a text set; an empty one takes it out. */
export function withText(
  attributes: Attributes,
  key: 'Quality' | 'View' | 'Comments',
  value: string,
): Attributes {
  return value === '' ? without(attributes, key) : { ...attributes, [key]: value };
}

/** What was remarked on the picture. */
export function readComment({ Comments }: Attributes): string {
  return typeof Comments === 'string' ? Comments : '';
}

/** The labels that somebody set. */
export function readLabels(attributes: Attributes): ReadonlySet<QualityLabel> {
  const set = checkBoxes(attributes);
  const all = Object.keys(labelNames) as QualityLabel[];
  return new Set(all.filter((label) => set[labelNames[label]] === true));
}

/** The attributes with a label set or taken off; other check boxes of the file stay. */
export function withLabel(attributes: Attributes, label: QualityLabel, isOn: boolean): Attributes {
  const others = without(checkBoxes(attributes), labelNames[label]);
  const set = isOn ? { ...others, [labelNames[label]]: true } : others;
  return Object.keys(set).length === 0 ? without(attributes, labelsKey) : { ...attributes, [labelsKey]: set };
}

/** What a file says about the picture beside what this app asks for, as texts. */
export function otherAttributes(attributes: Attributes): readonly (readonly [string, string])[] {
  const asked = ['Quality', 'View', 'Comments', labelsKey];
  return Object.entries(attributes)
    .filter(([key]) => !asked.includes(key))
    .map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)]);
}

function checkBoxes({ [labelsKey]: value }: Attributes): Attributes {
  return isObject(value) ? value : {};
}

function isObject(value: Json | undefined): value is Attributes {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function without(attributes: Attributes, key: string): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => name !== key));
}
