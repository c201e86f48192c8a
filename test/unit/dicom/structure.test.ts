import { describe, expect, it } from 'vitest';
import { groupFragments, listFragments } from '../../../src/dicom/group-fragments.ts';
import { type DirectoryRecord, orderDirectory } from '../../../src/dicom/order-directory.ts';
import { encapsulate } from '../../fixtures/make-dicom.ts';

/** The element's own head is twelve bytes long. */
const headBytes = 12;
const never = () => false;

describe('fragments', () => {
  const a = Uint8Array.of(0xff, 0xd8, 1, 1);
  const b = Uint8Array.of(2, 2);
  const bytes = encapsulate([a, b, a, b]);
  const listed = listFragments(bytes, headBytes);

  it('are listed up to the delimiter', () => {
    expect(listed.fragments.map(({ from, to }) => to - from)).toEqual([4, 2, 4, 2]);
    expect(listed.end).toBe(bytes.length);
  });

  it('end past the file when it is cut short', () => {
    const cut = bytes.subarray(0, bytes.length - 9);
    expect(listFragments(cut, headBytes).end).toBeGreaterThan(cut.length);
  });

  it('make one frame, one each, or one wherever a picture starts', () => {
    expect(groupFragments(listed, 1, never)).toHaveLength(1);
    expect(groupFragments(listed, 4, never)).toHaveLength(4);
    const starts = groupFragments(listed, 2, ({ from }) => bytes[from] === 0xff);
    expect(starts?.map((group) => group.length)).toEqual([2, 2]);
    expect(groupFragments(listed, 3, never)).toBeNull();
  });

  it('follow the offset table, which counts from the first item', () => {
    const grouped = groupFragments({ ...listed, offsets: [0, 12 + 10] }, 2, never);
    expect(grouped?.map((group) => group.length)).toEqual([2, 2]);
  });
});

describe('orderDirectory', () => {
  const record = (offset: number, changes: Partial<DirectoryRecord>): DirectoryRecord => ({
    offset,
    next: 0,
    lower: 0,
    number: undefined,
    path: null,
    ...changes,
  });

  it('sorts series and instances by number inside their parents', () => {
    const records = [
      record(10, { lower: 20, next: 11 }),
      record(11, { lower: 30 }),
      record(20, { lower: 40, next: 21, number: 2 }),
      record(21, { lower: 50, number: 1 }),
      record(40, { path: 'C', number: 1 }),
      record(50, { path: 'B', number: 10, next: 51 }),
      record(51, { path: 'A', number: 9 }),
      record(30, { path: 'D' }),
    ];
    expect(orderDirectory(records, 10)).toEqual(['A', 'B', 'C', 'D']);
  });

  it('follows a circle once, and loses no file', () => {
    const circle = [
      record(10, { next: 11, lower: 10, path: 'A' }),
      record(11, { next: 10, lower: 11, path: 'B' }),
    ];
    expect(orderDirectory(circle, 10)).toEqual(['A', 'B']);
    expect(orderDirectory([record(99, { path: 'lost' })], 10)).toEqual(['lost']);
  });
});
