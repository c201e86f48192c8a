import type { DataSet } from 'dicom-parser';
import { type FrameTiming, frameTimes } from '../../src/dicom/frame-times.ts';
import { readNumbers } from './read-numbers.ts';

/** When each frame of a file is shown, milliseconds after the first. */
export function readTimes(data: DataSet, count: number): number[] {
  const timing: FrameTiming = {
    vector: readNumbers(data, 'x00181065'),
    frameTime: readNumbers(data, 'x00181063')[0],
    rates: [readNumbers(data, 'x00180040')[0], readNumbers(data, 'x00082144')[0]],
  };
  return frameTimes(count, timing);
}
