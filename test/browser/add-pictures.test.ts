import { deleteDB } from 'idb';
import { expect, test } from 'vitest';
import { openAnnotationStore } from '../../src/annotation-store/annotation-store.ts';
import { Failure } from '../../src/failure.ts';
import { encodePicture } from '../../src/frame/encode-picture.ts';
import { gatherPictures } from '../../src/frame/gather-pictures.ts';
import { type Added, addPictures } from '../../src/labelling/add-pictures.ts';
import { openBitmap } from '../../src/labelling/open-bitmap.ts';

async function pngFile(name: string, width: number): Promise<File> {
  const bitmap = await createImageBitmap(new ImageData(width, 30));
  const { bytes, type } = await encodePicture(bitmap, { longestSide: 5000, type: 'image/png' });
  return new File([bytes], name, { type });
}

const unasked = () => Promise.reject(new Error('no model is needed for image files'));

test('pictures come in as they are, bad ones are named, and a stopped set goes on where it was stopped', async () => {
  const name = `test-adding-${crypto.randomUUID()}`;
  const store = await openAnnotationStore({ name });
  const { id: project } = await store.createProject('p');
  const good = [await pngFile('a.png', 40), await pngFile('b.png', 3000), await pngFile('c.png', 41)];
  const cut = new File([await (good[0] as File).slice(0, 60).arrayBuffer()], 'cut.png');
  const files = [...good.slice(0, 2), cut, new File(['hello'], 'notes.txt'), ...good.slice(2)];
  const sources = await gatherPictures(
    files.map((file) => ({ file, path: file.name, isInside: false })),
    'file',
  );
  const stopper = new AbortController();
  const heard: Added[] = [];
  const onProgress = (added: Added): void => {
    heard.push(added);
    if (heard.length === 4) stopper.abort();
  };
  const options = { store, project, analyse: unasked, onProgress };
  const first = await addPictures(sources, { ...options, signal: stopper.signal });
  expect(first).toMatchObject({ total: 5, added: 2, already: 0 });
  expect(first.refused.map(({ name, failure }) => [name, failure.code])).toEqual([
    ['cut.png', 'image-damaged'],
    ['notes.txt', 'not-an-image'],
  ]);

  const again = await addPictures(sources, { ...options, signal: new AbortController().signal });
  expect(again).toMatchObject({ total: 5, added: 1, already: 2 });
  const rows = await store.listPictures(project);
  expect(rows.map(({ fileName, width, height }) => [fileName, width, height])).toEqual([
    ['a.png', 40, 30],
    ['b.png', 3000, 30],
    ['c.png', 41, 30],
  ]);
  const large = rows[1]?.id ?? '';
  const kept = new Uint8Array((await store.readPicture(large))?.bytes ?? new ArrayBuffer());
  expect(kept).toEqual(new Uint8Array(await (good[1] as File).arrayBuffer()));
  expect((await openBitmap(store, large, 'b.png')).width).toBe(3000);

  const full = Object.assign(Object.create(store), {
    addPicture: () => Promise.reject(new Failure('storage-full')),
  });
  const more = await gatherPictures(
    [{ file: await pngFile('d.png', 42), path: 'd.png', isInside: false }],
    'file',
  );
  await expect(
    addPictures(more, { ...options, store: full, signal: new AbortController().signal }),
  ).rejects.toMatchObject({ code: 'storage-full' });
  expect(await store.listPictures(project)).toHaveLength(3);
  store.close();
  await deleteDB(name);
});
