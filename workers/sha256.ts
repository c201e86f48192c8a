import { Failure } from '../src/failure.ts';

/** SHA-256 in lower-case hexadecimal. */
export async function sha256(bytes: ArrayBuffer): Promise<string> {
  // Absent without a secure context (plain http on a network address), where nothing can be checked.
  const subtle: SubtleCrypto | undefined = crypto.subtle;
  if (subtle === undefined) throw new Failure('package-hash', 'hashes need a secure context (https)');
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
