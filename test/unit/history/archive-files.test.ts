import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { openArchive } from '../../../src/history/archive-files.ts';

const directorySignature = 0x02014b50;
const text = new TextEncoder().encode('hello'.repeat(60));

/** A zip as another program writes it: one file compressed, one not. */
function makeZip(): Uint8Array<ArrayBuffer> {
  return new Uint8Array(zipSync({ 'a/b.txt': text, 'c.bin': [text, { level: 0 }] }));
}

/** Lets every row of the directory claim that its file has so many bytes when unpacked. */
function claimSize(zip: Uint8Array<ArrayBuffer>, size: number): Blob {
  const bytes = new DataView(zip.buffer);
  for (let at = 0; at < zip.length - 46; at++) {
    if (bytes.getUint32(at, true) === directorySignature) bytes.setUint32(at + 24, size, true);
  }
  return new Blob([zip]);
}

test('what another program wrote is read; folders are no files', async () => {
  const folder = { 'd/': new Uint8Array() };
  expect((await openArchive(new Blob([new Uint8Array(zipSync(folder))]))).names.size).toBe(0);
  const files = await openArchive(new Blob([makeZip()]));
  expect([...files.names]).toEqual(['a/b.txt', 'c.bin']);
  expect(await files.read('a/b.txt', text.length)).toEqual(text);
  expect(await files.read('c.bin', text.length)).toEqual(text);
});

test.each(['a/b.txt', 'c.bin', 'missing'])(
  '%s is refused when it is above the limit or missing',
  async (name) => {
    const files = await openArchive(new Blob([makeZip()]));
    await expect(files.read(name, text.length - 1)).rejects.toMatchObject({
      code: 'archive-damaged',
      detail: expect.stringMatching(/too large|missing/),
    });
  },
);

test.each([0, 10, 299, 301, 100_000])(
  'a file that claims %i bytes and holds 300 is refused',
  async (size) => {
    const files = await openArchive(claimSize(makeZip(), size));
    for (const name of files.names) {
      await expect(files.read(name, 1e6)).rejects.toMatchObject({ code: 'archive-damaged' });
    }
  },
);

// Milliseconds, for a machine that is busy with other things.
const slow = { timeout: 60_000 };

test('a changed byte never goes unnoticed', slow, async () => {
  const original = makeZip();
  for (let at = 0; at < original.length; at++) {
    const changed = new Uint8Array(original);
    changed[at] = (changed[at] ?? 0) ^ 0x55;
    const files = await openArchive(new Blob([changed])).catch((thrown: unknown) => {
      expect(thrown).toMatchObject({ code: 'archive-damaged' });
      return null;
    });
    for (const name of files?.names ?? []) {
      const read = await files?.read(name, 1e6).catch((thrown: unknown) => {
        expect(thrown).toMatchObject({ code: 'archive-damaged' });
      });
      if (read) expect(read).toEqual(text);
    }
  }
});
