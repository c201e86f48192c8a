import type { DataSet } from 'dicom-parser';
import { calibrate, type UltrasoundRegion } from '../../src/dicom/calibrate.ts';
import type { PictureFormat } from '../../src/dicom/picture-format.ts';
import type { Calibration } from '../../src/pixels/calibration.ts';

const regionSequence = 'x00186011';
const sharedGroups = 'x52009229';
const groupsOfFrames = 'x52009230';

/** The calibration of each frame: its own regions before those for all frames. */
export function readCalibrations(data: DataSet, format: PictureFormat): (Calibration | null)[] {
  const shared = data.elements[sharedGroups]?.items?.[0]?.dataSet;
  const forAll = calibrate(findRegions(shared) ?? readRegions(data) ?? [], format);
  const items = data.elements[groupsOfFrames]?.items ?? [];
  return Array.from({ length: format.frames }, (_, index) => {
    const own = findRegions(items[index]?.dataSet);
    return own === null ? forAll : calibrate(own, format);
  });
}

/** The regions in a frame's functional groups: directly, or inside one of its macros. */
function findRegions(groups: DataSet | undefined): UltrasoundRegion[] | null {
  if (groups === undefined) return null;
  const macros = Object.values(groups.elements).flatMap(({ items }) => items?.[0]?.dataSet ?? []);
  for (const place of [groups, ...macros]) {
    const regions = readRegions(place);
    if (regions !== null) return regions;
  }
  return null;
}

function readRegions(data: DataSet): UltrasoundRegion[] | null {
  const items = data.elements[regionSequence]?.items;
  return items?.flatMap(({ dataSet }) => (dataSet === undefined ? [] : [readRegion(dataSet)])) ?? null;
}

function readRegion(item: DataSet): UltrasoundRegion {
  return {
    spatialFormat: item.uint16('x00186012'),
    dataType: item.uint16('x00186014'),
    flags: item.uint32('x00186016'),
    minX: item.uint32('x00186018'),
    minY: item.uint32('x0018601a'),
    maxX: item.uint32('x0018601c'),
    maxY: item.uint32('x0018601e'),
    unitsX: item.uint16('x00186024'),
    unitsY: item.uint16('x00186026'),
    deltaX: item.double('x0018602c'),
    deltaY: item.double('x0018602e'),
  };
}
