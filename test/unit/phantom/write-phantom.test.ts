import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { afterAll, expect, it } from 'vitest';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

async function write(seed: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'phantom-'));
  folders.push(folder);
  const options = ['--count', '3', '--side', '96', '--seed', seed, '--out', folder];
  await promisify(execFile)('npx', ['tsx', 'training/write-phantom.ts', ...options]);
  return folder;
}

it('writes the same pictures, masks and labels for the same seed', async () => {
  const [first, again, other] = [await write('2'), await write('2'), await write('3')];
  for (const file of ['pictures/000002.png', 'masks/000002.png', 'labels.jsonl']) {
    expect(await readFile(join(again, file))).toEqual(await readFile(join(first, file)));
  }
  expect(await readFile(join(other, 'labels.jsonl'))).not.toEqual(
    await readFile(join(first, 'labels.jsonl')),
  );
  const labels = (await readFile(join(first, 'labels.jsonl'), 'utf8')).trim().split('\n');
  expect(labels.map((line) => (JSON.parse(line) as { file: string }).file)).toEqual([
    '000000.png',
    '000001.png',
    '000002.png',
  ]);
  const { data, info } = await sharp(join(first, 'masks/000000.png'))
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect([info.width, info.height, info.channels]).toEqual([96, 96, 3]);
  expect(Math.max(...data)).toBeLessThanOrEqual(20);
}, 60_000);
