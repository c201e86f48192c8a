import type { AnnotatedPicture, Attributes } from './annotation.ts';
import { classNames, structureOf } from './classes.ts';
import { listOf, numberOf, recordOf, textOf } from './json.ts';

/** What the values of mask files mean, and which picture each mask belongs to. */
export interface MaskLegend {
  /** Labels by value, 1 … 255. */
  readonly labels: ReadonlyMap<number, string>;
  /** The pictures by the name of their mask. */
  readonly pictures: ReadonlyMap<string, Pick<AnnotatedPicture, 'fileName' | 'fileSize'>>;
}

const format = 'mask-legend';

/** Without a legend the four structures are 1 … 4. */
export const usualLegend: MaskLegend = {
  labels: new Map(Object.values(classNames).map((name, index) => [index + 1, name])),
  pictures: new Map(),
};

/** Whether a JSON file is a legend of ours. */
export function isMaskLegend(json: Attributes): boolean {
  return json.format === format;
}

/** Reads a legend; entries that are none are passed over. */
export function readMaskLegend(json: Attributes): MaskLegend {
  const labels = Object.entries(recordOf(json.values)).flatMap(([value, label]) =>
    typeof label === 'string' ? [[Number(value), label] as const] : [],
  );
  const pictures = (listOf(json.pictures) ?? []).map(recordOf).flatMap((entry) => {
    const mask = textOf(entry.mask);
    const fileName = textOf(entry.fileName);
    return mask === null || fileName === null
      ? []
      : [[mask, { fileName, fileSize: numberOf(entry.fileSize) }] as const];
  });
  return { labels: new Map(labels), pictures: new Map(pictures) };
}

/** The legend as a file says it. */
export function toMaskLegend({ labels, pictures }: MaskLegend): Attributes {
  return {
    format,
    values: Object.fromEntries([...labels].map(([value, label]) => [String(value), label])),
    pictures: [...pictures].map(([mask, { fileName, fileSize }]) => ({ mask, fileName, fileSize })),
  };
}

/** Most labels that one byte a pixel can hold; 0 is the ground. */
export const mostLabels = 255;

/** A value for each label: the four structures have theirs, others follow in the order of the pictures. */
export function numberLabels(pictures: readonly AnnotatedPicture[]): Map<number, string> {
  const labels = new Set(pictures.flatMap(({ regions }) => regions.map(({ label }) => label)));
  const usual = [...usualLegend.labels].map(([value, name]) => {
    const spelled = [...labels].find((label) => structureOf(label) === structureOf(name)) ?? name;
    labels.delete(spelled);
    return [value, spelled] as const;
  });
  const others = [...labels].map((label, index) => [usual.length + 1 + index, label] as const);
  return new Map([...usual, ...others].slice(0, mostLabels));
}
