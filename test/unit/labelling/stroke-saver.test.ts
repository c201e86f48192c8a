import { expect, it } from 'vitest';
import type { AnnotationStore } from '../../../src/annotation-store/annotation-store.ts';
import type {
  AnnotationChange,
  PictureAnnotation,
  PictureRow,
} from '../../../src/annotation-store/project.ts';
import { Failure } from '../../../src/failure.ts';
import { StrokeSaver } from '../../../src/labelling/stroke-saver.ts';

function said(comment: string): PictureAnnotation {
  return { attributes: { Comments: comment }, regions: [], proposal: null };
}

/** A disk whose next writes end as is said, and the revisions that the tab knows. */
function begin() {
  const revisions = new Map<string, number>();
  const written: [id: string, comment: unknown, revision: number][] = [];
  const conflicts: string[] = [];
  const disk = { failure: null as Failure | null };
  const save = async (_project: string, changes: readonly AnnotationChange[]) => {
    await Promise.resolve();
    if (disk.failure) throw disk.failure;
    return changes.map(({ id, annotation, revision }) => {
      written.push([id, annotation.attributes.Comments, revision]);
      return { id, revision: revision + 1 } as PictureRow;
    });
  };
  const saver = new StrokeSaver({
    store: { save } as unknown as AnnotationStore,
    project: 'p',
    revisionOf: (id) => revisions.get(id) ?? 0,
    onSaved: ({ id, revision }) => revisions.set(id, revision),
    onConflict: (id) => conflicts.push(id),
  });
  const draw = (id: string, comment: string) =>
    saver.save(id, { annotation: said(comment), status: 'begun' });
  return { saver, draw, disk, written, conflicts };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

it('writes one stroke at a time, the newest state of each picture last, each on the revision before', async () => {
  const { saver, draw, written } = begin();
  for (const comment of ['1', '2', '3']) draw('a', comment);
  draw('b', '1');
  await settled();
  expect(written).toEqual([
    ['a', '1', 0],
    ['a', '3', 1],
    ['b', '1', 0],
  ]);
  expect(saver.unsaved('a')).toBeNull();
});

it('says when the disk is full, goes on in memory, and writes everything once there is room', async () => {
  const { saver, draw, disk, written } = begin();
  disk.failure = new Failure('storage-full');
  draw('a', 'kept');
  draw('b', 'too');
  await settled();
  expect(saver.failure.value?.code).toBe('storage-full');
  expect(saver.unsaved('a')?.annotation).toEqual(said('kept'));
  disk.failure = null;
  await saver.flush();
  expect(written.map(([id, comment]) => [id, comment])).toEqual([
    ['a', 'kept'],
    ['b', 'too'],
  ]);
  expect(saver.failure.value).toBeNull();
  expect(saver.unsaved('a')).toBeNull();
});

it('lets what another tab wrote stand, says so, and tries the refused stroke no more', async () => {
  const { saver, draw, disk, conflicts, written } = begin();
  disk.failure = new Failure('annotation-changed', 'a.png');
  draw('a', 'late');
  await settled();
  expect(conflicts).toEqual(['a']);
  expect(saver.failure.value?.code).toBe('annotation-changed');
  expect(saver.unsaved('a')).toBeNull();
  disk.failure = null;
  draw('b', 'next');
  await settled();
  expect(written).toEqual([['b', 'next', 0]]);
  expect(saver.failure.value).toBeNull();
});
