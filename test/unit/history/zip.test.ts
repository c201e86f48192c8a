import fc from 'fast-check';
import { deflateSync, inflateSync, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { type ByteSource, blobSource } from '../../../src/history/zip/byte-source.ts';
import { crc32 } from '../../../src/history/zip/zip-format.ts';
import { readZipFile, readZipIndex } from '../../../src/history/zip/zip-reader.ts';
import { writeDirectory, ZipWriter } from '../../../src/history/zip/zip-writer.ts';

// Milliseconds, for a machine that is busy with other things.
const slow = { timeout: 60_000 };

const date = new Date(2026, 10, 21, 18, 30, 10);
const options = { inflate: inflateSync, limit: 1e6 };

interface File {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly compress: boolean;
}

function writeZip(files: readonly File[]): Blob {
  const writer = new ZipWriter(deflateSync, date);
  return new Blob([...files.flatMap((file) => writer.add(file)), ...writer.finish()]);
}

async function readAll(blob: Blob): Promise<Record<string, number[]>> {
  const source = blobSource(blob);
  const index = await readZipIndex(source);
  const entries = [...index].map(async ([name, row]) => [
    name,
    [...(await readZipFile(source, row, options))],
  ]);
  return Object.fromEntries(await Promise.all(entries));
}

const anyFiles = fc.uniqueArray(
  fc.record({
    name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
    // Many bytes that look like ZIP headers.
    bytes: fc
      .array(fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(0x50, 0x4b, 1, 2, 3, 4, 5, 6, 7, 8)))
      .map((numbers) => Uint8Array.from(numbers)),
    compress: fc.boolean(),
  }),
  {
    selector: ({ name }) => new TextDecoder().decode(new TextEncoder().encode(name)),
    maxLength: 6,
    minLength: 1,
  },
);

test('the check sum is the standard one', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
});

test('another program reads what is written', slow, async () => {
  await fc.assert(
    fc.asyncProperty(anyFiles, async (files) => {
      const theirs = unzipSync(new Uint8Array(await writeZip(files).arrayBuffer()));
      for (const { name, bytes } of files) expect(theirs[name]).toEqual(bytes);
    }),
    { numRuns: 50 },
  );
});

test('what another program wrote is read', async () => {
  const zip = zipSync({
    'a/b.txt': new TextEncoder().encode('hello'.repeat(50)),
    'c.bin': [new Uint8Array(3), { level: 0 }],
  });
  const files = await readAll(new Blob([new Uint8Array(zip)]));
  expect(Object.keys(files)).toEqual(['a/b.txt', 'c.bin']);
  expect(files['a/b.txt']).toHaveLength(250);
});

test('an archive that was cut off gives every file that is whole', slow, async () => {
  await fc.assert(
    fc.asyncProperty(anyFiles, fc.nat(), async (files, cut) => {
      const blob = writeZip(files);
      const whole = await readAll(blob);
      const part = blob.slice(0, cut % blob.size);
      const found = await readAll(part).catch((thrown: unknown) => {
        expect(thrown).toMatchObject({ name: 'Failure', code: 'archive-damaged' });
        return {};
      });
      expect(whole).toMatchObject(found);
    }),
    { numRuns: 100 },
  );
});

test('a changed byte never goes unnoticed', slow, async () => {
  const bytes = Uint8Array.from({ length: 300 }, (_, at) => at % 7);
  const blob = writeZip([
    { name: 'a', bytes, compress: true },
    { name: 'b', bytes, compress: false },
  ]);
  const original = new Uint8Array(await blob.arrayBuffer());
  for (let at = 0; at < original.length; at++) {
    const changed = new Uint8Array(original);
    changed[at] = (changed[at] ?? 0) ^ 0x55;
    const source = blobSource(new Blob([changed]));
    const index = await readZipIndex(source).catch(() => new Map());
    for (const name of ['a', 'b']) {
      const row = index.get(name);
      const found = row && (await readZipFile(source, row, options).catch(() => undefined));
      if (found) expect(found).toEqual(bytes);
    }
  }
});

test('a file that claims too much is refused before anything is unpacked', async () => {
  const source = blobSource(writeZip([{ name: 'a', bytes: new Uint8Array(5000), compress: true }]));
  const row = (await readZipIndex(source)).get('a');
  if (!row) throw new Error('not found');
  await expect(readZipFile(source, row, { ...options, limit: 4999 })).rejects.toMatchObject({
    detail: 'too large',
  });
  // A bomb: says 10 bytes, unpacks to 5000.
  await expect(readZipFile(source, { ...row, size: 10 }, options)).rejects.toMatchObject({
    code: 'archive-damaged',
  });
});

test('70,000 files behind 5 GB are listed', slow, async () => {
  const start = 5 * 2 ** 30;
  const rows = Array.from({ length: 70_000 }, (_, at) => ({
    name: `examinations/${at}.json`,
    method: 0,
    crc: at,
    compressedSize: 10,
    size: 10,
    offset: at * 75_000,
  }));
  const directory = new Uint8Array(await new Blob(writeDirectory(rows, start, date)).arrayBuffer());
  // Stands for an archive of 5 GB: zeros up to the directory.
  const source: ByteSource = {
    size: start + directory.length,
    read: async (from, to) => directory.slice(Math.max(0, from - start), Math.max(0, to - start)),
  };
  const index = await readZipIndex(source);
  expect(index.size).toBe(70_000);
  expect(index.get('examinations/69999.json')).toEqual(rows.at(-1));
  expect(index.get('examinations/3.json')).toEqual(rows[3]);
});
