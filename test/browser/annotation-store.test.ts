import { deleteDB, openDB } from 'idb';
import { afterEach, expect, test } from 'vitest';
import type { Region } from '../../src/annotation/annotation.ts';
import { type AnnotationStore, openAnnotationStore } from '../../src/annotation-store/annotation-store.ts';
import { emptyAnnotation, type NewPicture } from '../../src/annotation-store/project.ts';

const tab = { name: freshName(), clock: 1_750_000_000_000 };
const opened: AnnotationStore[] = [];

function freshName(): string {
  return `test-annotation-${crypto.randomUUID()}`;
}

/** Another tab of the app, on the same database. */
async function openTab(): Promise<AnnotationStore> {
  const store = await openAnnotationStore({ name: tab.name, now: () => tab.clock++ });
  opened.push(store);
  return store;
}

afterEach(async () => {
  for (const store of opened.splice(0)) store.close();
  await deleteDB(tab.name);
  tab.name = freshName();
});

function pictureFile(index: number): NewPicture {
  const bytes = new Uint8Array([index, 1, 2]).buffer;
  const fileName = `kidney-${index}.png`;
  return { fileName, fileSize: 3, width: 640, height: 480, picture: { bytes, type: 'image/png' } };
}

const model = { name: 'kidney-view', version: '1', sha256: 'ab' };

function drawn(x: number): Region {
  const outer = [
    { x, y: 10 },
    { x: x + 20.5, y: 10 },
    { x, y: 30.25 },
  ];
  const hole = [
    { x: x + 2, y: 12 },
    { x: x + 4, y: 12 },
    { x: x + 2, y: 14 },
  ];
  const shape = { kind: 'polygon', outer, holes: [hole] } as const;
  return { shape, label: 'Capsule', group: 3, attributes: { Anatomy: 'Capsule', sure: { yes: true } } };
}

test('a project keeps its pictures in order, each stroke, and where somebody was, over a closed tab', async () => {
  const first = await openTab();
  const { id } = await first.createProject('Ward 7');
  const rows = [];
  for (let index = 0; index < 12; index++) rows.push(await first.addPicture(id, pictureFile(index)));
  expect(await first.addPicture(id, pictureFile(3))).toBeNull();
  const picture = rows[10]?.id ?? '';
  const annotation = { attributes: { Quality: 'Good' }, regions: [drawn(1)], proposal: null };
  await first.save(id, [{ id: picture, annotation, status: 'proposed', revision: 0 }]);
  const proposal = { regions: [drawn(50)], model };
  await first.propose(picture, proposal);
  const more = { ...annotation, regions: [drawn(1), drawn(2)] };
  await first.save(id, [{ id: picture, annotation: more, status: 'done', revision: 1 }]);
  await first.setLastPicture(id, picture);
  first.close();

  const second = await openTab();
  expect(await second.readProject(id)).toMatchObject({ name: 'Ward 7', lastPicture: picture });
  const listed = await second.listPictures(id);
  expect(listed.map(({ fileName }) => fileName)).toEqual(
    Array.from({ length: 12 }, (_, index) => `kidney-${index}.png`),
  );
  expect(listed[10]).toMatchObject({ status: 'done', revision: 2 });
  // A save by a tab that read before the proposal came keeps the proposal.
  expect(await second.readAnnotation(picture)).toEqual({ ...more, proposal });
  expect(await second.readAnnotations([rows[0]?.id ?? '', picture])).toEqual([
    emptyAnnotation,
    { ...more, proposal },
  ]);
  expect(new Uint8Array((await second.readPicture(picture))?.bytes ?? new ArrayBuffer())).toEqual(
    new Uint8Array([10, 1, 2]),
  );
  expect(await second.listProjects()).toMatchObject([{ total: 12, done: 1, skipped: 0, bytes: 36 }]);
});

test('a tab never overwrites what it has not seen, and of a refused set of changes nothing is written', async () => {
  const [mine, theirs] = [await openTab(), await openTab()];
  const { id } = await mine.createProject('Shared');
  const a = (await mine.addPicture(id, pictureFile(0)))?.id ?? '';
  const b = (await mine.addPicture(id, pictureFile(1)))?.id ?? '';
  const heard = new Promise<readonly string[]>((resolve) => mine.subscribe(resolve));
  const change = (picture: string, x: number, revision: number) => ({
    id: picture,
    annotation: { ...emptyAnnotation, regions: [drawn(x)] },
    status: 'proposed' as const,
    revision,
  });
  await theirs.save(id, [change(b, 7, 0)]);
  expect(await heard).toEqual([id, b]);
  await expect(mine.save(id, [change(a, 1, 0), change(b, 1, 0)])).rejects.toMatchObject({
    code: 'annotation-changed',
    detail: 'kidney-1.png',
  });
  expect(await mine.readAnnotation(a)).toEqual(emptyAnnotation);
  expect((await mine.readAnnotation(b)).regions).toEqual([drawn(7)]);
  await mine.save(id, [change(a, 1, 0), change(b, 1, 1)]);
  expect((await theirs.readAnnotation(b)).regions).toEqual([drawn(1)]);
});

test('a deleted project comes back whole, until it is purged: then nothing of it stays', async () => {
  const store = await openTab();
  const { id } = await store.createProject('Old');
  const kept = await store.createProject('Kept');
  for (const project of [id, kept.id]) {
    const row = await store.addPicture(project, pictureFile(0));
    const annotation = { ...emptyAnnotation, regions: [drawn(1)] };
    await store.save(project, [{ id: row?.id ?? '', annotation, status: 'done', revision: 0 }]);
  }
  await store.removeProject(id);
  expect(await store.readProject(id)).toBeNull();
  expect((await store.listProjects()).map(({ project }) => project.name)).toEqual(['Kept']);
  await store.restoreProject(id);
  expect(await store.listProjects()).toHaveLength(2);

  await store.removeProject(id);
  expect(await store.purge(tab.clock - 1)).toBe(0);
  expect(await store.purge(tab.clock + 1)).toBe(1);
  const raw = await openDB(tab.name);
  for (const name of ['projects', 'rows', 'annotations', 'pictures']) {
    expect(await raw.count(name), name).toBe(1);
  }
  raw.close();
});
