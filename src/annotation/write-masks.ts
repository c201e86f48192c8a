import type { Annotations } from './annotation.ts';
import type { AnnotationFile } from './annotation-file.ts';
import { nameAfter } from './file-names.ts';
import { numberLabels, toMaskLegend } from './mask-legend.ts';
import { isSized, masksOf, type SizedPicture } from './paint-labels.ts';
import { writePngValues } from './png-values.ts';
import { toBytes } from './text-bytes.ts';

/** One 8-bit PNG a picture, one value a label, and the legend; smaller structures lie upon larger ones. */
export function writeMasks({ pictures }: Annotations): AnnotationFile[] {
  const sized = pictures.filter(isSized);
  const labels = numberLabels(sized);
  const values = new Map([...labels].map(([value, label]) => [label, value]));
  const names = nameAfter(
    sized.map(({ fileName }) => fileName),
    '_mask.png',
  );
  const masks = sized.map((picture, index) => ({
    name: names[index] ?? '',
    bytes: writePngValues({ ...picture.size, values: paint(picture, values) }),
  }));
  const legend = toMaskLegend({
    labels,
    pictures: new Map(sized.map((picture, i) => [names[i] ?? '', picture])),
  });
  return [...masks, { name: 'legend.json', bytes: toBytes(JSON.stringify(legend, null, 2)) }];
}

function paint(picture: SizedPicture, values: ReadonlyMap<string, number>): Uint8Array<ArrayBuffer> {
  const { width, height } = picture.size;
  const image = new Uint8Array(width * height);
  for (const { label, mask } of masksOf(picture)) {
    const value = values.get(label) ?? 0;
    for (let at = 0; at < image.length; at++) if (mask.marks[at] === 1) image[at] = value;
  }
  return image;
}
