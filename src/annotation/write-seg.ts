import { codeItem } from '../dicom/code.ts';
import { type DicomElement, type DicomItem, writeDicom } from '../dicom/write-dicom.ts';
import { algorithmOf } from './algorithm.ts';
import type { Region } from './annotation.ts';
import { sideOf } from './laterality.ts';
import { packBits } from './pack-bits.ts';
import type { SizedPicture } from './paint-labels.ts';
import { paintShapes } from './paint-shape.ts';
import { regionsByLabel } from './regions-by-label.ts';
import { type SegIdentity, segHead, segmentationClass } from './seg-head.ts';
import { anatomicalStructure, codeOf, kidney, sides, toSegmentLabel } from './segment-codes.ts';

/**
 * A DICOM segmentation (PS3.3 A.51): binary, one segment a label, numbered from 1, one frame a segment. Null for a picture
 * on which nothing is outlined: a segmentation has at least one segment.
 */
export function writeSeg(picture: SizedPicture, identity: SegIdentity): Uint8Array<ArrayBuffer> | null {
  const segments = [...regionsByLabel(picture)];
  if (segments.length === 0) return null;
  const side = sideOf(picture.attributes);
  const masks = segments.map(
    ([, regions]) =>
      paintShapes(
        regions.map(({ shape }) => shape),
        picture.size,
      ).marks,
  );
  return writeDicom(segmentationClass, identity.instanceUid, [
    ...segHead(picture, identity),
    ...imageElements(picture, segments.length),
    [0x0062_0001, 'CS', 'BINARY'],
    [
      0x0062_0002,
      'SQ',
      segments.map(([label, regions], index) => segmentItem(label, regions, { index, side })),
    ],
    [0x0070_0080, 'CS', 'KIDNEY'],
    [0x0070_0081, 'LO', 'Outlines of kidney structures'],
    [0x0070_0084, 'PN', ''],
    ...functionalGroups(segments.length, identity),
    [0x7fe0_0010, 'OB', packBits(masks)],
  ]);
}

function imageElements({ size }: SizedPicture, frames: number): DicomElement[] {
  return [
    [0x0028_0002, 'US', 1],
    [0x0028_0004, 'CS', 'MONOCHROME2'],
    [0x0028_0008, 'IS', String(frames)],
    [0x0028_0010, 'US', size.height],
    [0x0028_0011, 'US', size.width],
    [0x0028_0100, 'US', 1],
    [0x0028_0101, 'US', 1],
    [0x0028_0102, 'US', 0],
    [0x0028_0103, 'US', 0],
    [0x0028_2110, 'CS', '00'],
  ];
}

function segmentItem(
  label: string,
  regions: readonly Region[],
  { index, side }: { readonly index: number; readonly side: 'Left' | 'Right' | null },
): DicomItem {
  const { type, name } = algorithmOf(regions);
  const modifiers: DicomElement[] = side === null ? [] : [[0x0062_0011, 'SQ', [codeItem(sides[side])]]];
  return [
    [0x0008_2218, 'SQ', [codeItem(kidney)]],
    [0x0062_0003, 'SQ', [codeItem(anatomicalStructure)]],
    [0x0062_0004, 'US', index + 1],
    [0x0062_0005, 'LO', toSegmentLabel(label)],
    [0x0062_0008, 'CS', type],
    ...(type === 'MANUAL' ? [] : [[0x0062_0009, 'LO', toSegmentLabel(name || 'unknown')] as const]),
    [0x0062_000f, 'SQ', [codeItem(codeOf(label), modifiers)]],
  ];
}

/** Which segment each frame shows, and what it was drawn on: nothing that DICOM could name where there is no source. */
function functionalGroups(frames: number, { source }: SegIdentity): DicomElement[] {
  const derivation: DicomItem[] =
    source === null
      ? []
      : [
          [
            [0x0008_2112, 'SQ', [sourceItem(source)]],
            [0x0008_9215, 'SQ', [codeItem({ value: '113076', scheme: 'DCM', meaning: 'Segmentation' })]],
          ],
        ];
  return [
    [0x5200_9229, 'SQ', [[[0x0008_9124, 'SQ', derivation]]]],
    [0x5200_9230, 'SQ', Array.from({ length: frames }, (_, index) => frameItem(index + 1))],
  ];
}

function sourceItem({ sopClass, instanceUid, frame }: NonNullable<SegIdentity['source']>): DicomItem {
  const purpose = {
    value: '121322',
    scheme: 'DCM',
    meaning: 'Source image for image processing operation',
  } as const;
  return [
    [0x0008_1150, 'UI', sopClass],
    [0x0008_1155, 'UI', instanceUid],
    ...(frame === null ? [] : [[0x0008_1160, 'IS', String(frame)] as const]),
    [0x0028_135a, 'CS', 'YES'],
    [0x0040_a170, 'SQ', [codeItem(purpose)]],
  ];
}

function frameItem(segment: number): DicomItem {
  return [
    [0x0020_9111, 'SQ', [[[0x0020_9157, 'UL', segment]]]],
    [0x0062_000a, 'SQ', [[[0x0062_000b, 'US', segment]]]],
  ];
}
