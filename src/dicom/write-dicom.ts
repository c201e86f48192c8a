import { strToU8 } from 'fflate';

type TextVr = 'AS' | 'CS' | 'DA' | 'DS' | 'DT' | 'IS' | 'LO' | 'PN' | 'SH' | 'ST' | 'TM' | 'UI' | 'UT';

/** One element: its tag (0xggggeeee), its value representation, and its value; numbers may be several. */
export type DicomElement = readonly [
  tag: number,
  vr: TextVr | 'AT' | 'OB' | 'SQ' | 'UL' | 'US',
  value: string | number | Uint8Array | readonly DicomItem[],
];

/** One item of a sequence: its elements in the order of their tags. */
export type DicomItem = readonly DicomElement[];

const explicitLittleEndian = '1.2.840.10008.1.2.1';
const longVrs = ['OB', 'SQ', 'UT'];

/** A DICOM file (PS3.10) in explicit VR little-endian; elements must come in the order of their tags. */
export function writeDicom(
  sopClass: string,
  sopInstance: string,
  elements: DicomItem,
): Uint8Array<ArrayBuffer> {
  const meta = join(
    [
      [0x0002_0001, 'OB', Uint8Array.of(0, 1)] as const,
      [0x0002_0002, 'UI', sopClass] as const,
      [0x0002_0003, 'UI', sopInstance] as const,
      [0x0002_0010, 'UI', explicitLittleEndian] as const,
      // A UUID under 2.25, ours for ever.
      [0x0002_0012, 'UI', implementation] as const,
    ].map(writeElement),
  );
  const head = writeElement([0x0002_0000, 'UL', meta.length]);
  return join([new Uint8Array(128), strToU8('DICM'), head, meta, ...elements.map(writeElement)]);
}

const implementation = '2.25.283146159178290412634087121694071375926';

function writeElement([tag, vr, value]: DicomElement): Uint8Array<ArrayBuffer> {
  const bytes = writeValue(vr, value);
  const isLong = longVrs.includes(vr);
  const head = new DataView(new ArrayBuffer(isLong ? 12 : 8));
  writeTag(head, tag);
  head.setUint8(4, vr.charCodeAt(0));
  head.setUint8(5, vr.charCodeAt(1));
  if (isLong) head.setUint32(8, bytes.length, true);
  else head.setUint16(6, bytes.length, true);
  return join([new Uint8Array(head.buffer), bytes]);
}

function writeValue(vr: DicomElement[1], value: DicomElement[2]): Uint8Array<ArrayBuffer> {
  if (typeof value === 'string') return pad(strToU8(value), vr === 'UI' ? 0 : 0x20);
  if (typeof value === 'number') return writeNumber(vr, value);
  if (value instanceof Uint8Array) return pad(value, 0);
  return join(value.flatMap(writeItem));
}

function writeNumber(vr: DicomElement[1], value: number): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(vr === 'US' ? 2 : 4));
  if (vr === 'US') view.setUint16(0, value, true);
  else if (vr === 'AT') writeTag(view, value);
  else view.setUint32(0, value, true);
  return new Uint8Array(view.buffer);
}

function writeItem(item: DicomItem): Uint8Array<ArrayBuffer>[] {
  const bytes = join(item.map(writeElement));
  const head = new DataView(new ArrayBuffer(8));
  writeTag(head, 0xfffe_e000);
  head.setUint32(4, bytes.length, true);
  return [new Uint8Array(head.buffer), bytes];
}

function writeTag(view: DataView, tag: number): void {
  view.setUint16(0, tag >>> 16, true);
  view.setUint16(2, tag & 0xffff, true);
}

function pad(bytes: Uint8Array, filler: number): Uint8Array<ArrayBuffer> {
  return bytes.length % 2 === 0 ? new Uint8Array(bytes) : join([bytes, Uint8Array.of(filler)]);
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
