import type { AnnotatedPicture, Annotations, Attributes, Region, Shape } from './annotation.ts';
import { structureOf } from './classes.ts';
import { without } from './json.ts';

/** A picture as VIA keeps it: what was marked is one of the region's attributes. */
export interface ViaPicture {
  readonly fileName: string;
  readonly fileSize: number | null;
  readonly attributes: Attributes;
  readonly regions: { readonly shape: Shape; readonly attributes: Attributes }[];
}

/** The attribute that a new file gets for what was marked, as in the Open Kidney Ultrasound Data Set. */
export const defaultLabelKey = 'Anatomy';

/** The attribute that VIA files carry for parts of one object; VIA has no groups of its own. */
const groupKey = 'group_id';

const usualLabelKeys = /^(anatomy|structure|label|class|tissue|organ)$/i;

/** Takes label and group out of the attributes of VIA's regions. */
export function fromViaPictures(pictures: readonly ViaPicture[]): Annotations {
  const labelKey = findLabelKey(
    pictures.flatMap(({ regions }) => regions.map(({ attributes }) => attributes)),
  );
  return {
    labelKey,
    pictures: pictures.map((picture) => ({
      ...picture,
      size: null,
      regions: picture.regions.map(({ shape, attributes }) => toRegion(shape, attributes, labelKey)),
    })),
  };
}

/** A region's attributes as VIA keeps them: the label first, and the group among them. */
export function toViaAttributes({ label, group, attributes }: Region, labelKey: string): Attributes {
  return {
    ...(!Object.hasOwn(attributes, labelKey) && { [labelKey]: label }),
    ...attributes,
    ...(group !== null && { [groupKey]: String(group) }),
  };
}

/** VIA writes −1 for a picture of unknown size. */
export function toViaSize({ fileSize }: AnnotatedPicture): number {
  return fileSize ?? -1;
}

/** Anything but a size of 0 or more is an unknown size. */
export function fromViaSize(size: number): number | null {
  return Number.isSafeInteger(size) && size >= 0 ? size : null;
}

function toRegion(shape: Shape, attributes: Attributes, labelKey: string): Region {
  const label = attributes[labelKey];
  const group = readGroup(attributes);
  const taken = [...(typeof label === 'string' ? [labelKey] : []), ...(group === null ? [] : [groupKey])];
  return {
    shape,
    label: typeof label === 'string' ? label : '',
    group,
    attributes: taken.length === 0 ? attributes : without(attributes, taken),
  };
}

function readGroup(attributes: Attributes): number | null {
  const group = attributes[groupKey];
  return typeof group === 'string' && /^(0|-?[1-9]\d{0,14})$/.test(group) ? Number(group) : null;
}

/** The attribute whose values most often name a structure; else one of the usual names; else the most frequent first text. */
function findLabelKey(all: readonly Attributes[]): string {
  const known = new Map<string, number>();
  const first = new Map<string, number>();
  for (const attributes of all) {
    const texts = Object.entries(attributes).filter(([, value]) => typeof value === 'string');
    for (const [name, value] of texts) if (structureOf(String(value)) !== null) count(known, name);
    for (const [name] of texts.slice(0, 1)) count(first, name);
  }
  const usual = all.flatMap(Object.keys).find((name) => usualLabelKeys.test(name));
  return mostOf(known) ?? usual ?? mostOf(first) ?? defaultLabelKey;
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

function mostOf(counts: ReadonlyMap<string, number>): string | undefined {
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
