import type { DataSet } from 'dicom-parser';

/** All values of a text element that holds numbers (DS, IS); empty where it is missing or holds something else. */
export function readNumbers(data: DataSet, tag: string): number[] {
  const text = data.string(tag);
  if (text === undefined) return [];
  const numbers = text.split('\\').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  return numbers.every(Number.isFinite) ? numbers : [];
}
