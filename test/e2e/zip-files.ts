import { zipSync } from 'fflate';

/** Zips files in memory; the names may hold folders. */
export async function zipFiles(files: Readonly<Record<string, Uint8Array>>): Promise<Buffer> {
  return Buffer.from(zipSync({ ...files }));
}
