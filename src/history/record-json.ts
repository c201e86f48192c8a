/*
 * Records as JSON for the archive. JSON knows no typed arrays and no NaN; both become objects with one key
 * that starts with a dollar sign, which no field of a record does.
 */

const float32Key = '$float32';
const numberKey = '$number';

/** Writes a record as JSON, losing nothing: `decodeRecord` gives back an equal one. */
export function encodeRecord(record: unknown): string {
  return JSON.stringify(record, (_key, value: unknown) => {
    if (value instanceof Float32Array) return { [float32Key]: encodeBase64(value) };
    if (typeof value === 'number' && !Number.isFinite(value)) return { [numberKey]: String(value) };
    return value;
  });
}

/**
 * Reads what `encodeRecord` wrote; the caller checks what comes out.
 * @throws SyntaxError when it is no JSON, or DOMException when an array is no base64
 */
export function decodeRecord(json: string): unknown {
  return JSON.parse(json, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value;
    const [entry, ...others] = Object.entries(value);
    if (entry === undefined || others.length > 0 || typeof entry[1] !== 'string') return value;
    if (entry[0] === float32Key) return decodeBase64(entry[1]);
    return entry[0] === numberKey ? Number(entry[1]) : value;
  });
}

// Little-endian, as on every platform that runs a browser.
function encodeBase64(values: Float32Array): string {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

function decodeBase64(base64: string): Float32Array {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  // A cut-off number at the end is dropped here and found by the check of the length.
  return new Float32Array(bytes.buffer, 0, Math.floor(bytes.length / 4));
}
