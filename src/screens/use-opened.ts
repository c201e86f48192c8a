import { useEffect, useState } from 'preact/hooks';
import { type Failure, toFailure } from '../failure.ts';
import type { Examination } from '../history/examination.ts';
import type { Records } from '../records.ts';

/** A record on its way to the screen. */
export type Opened =
  | { readonly name: 'opening' | 'missing' }
  | { readonly name: 'failed'; readonly failure: Failure }
  | { readonly name: 'opened'; readonly examination: Examination; readonly bitmap: ImageBitmap };

/** Opens a record and its picture, and closes the picture when the screen is left. */
export function useOpened(records: Records, id: string): Opened {
  const [opened, setOpened] = useState<Opened>({ name: 'opening' });
  useEffect(() => {
    let isGone = false;
    let bitmap: ImageBitmap | null = null;
    const load = async (): Promise<void> => {
      const next = await open(records, id);
      bitmap = next.name === 'opened' ? next.bitmap : null;
      if (isGone) bitmap?.close();
      else setOpened(next);
    };
    setOpened({ name: 'opening' });
    void load();
    return () => {
      isGone = true;
      bitmap?.close();
    };
  }, [records, id]);
  return opened;
}

async function open(records: Records, id: string): Promise<Opened> {
  try {
    const record = await records.open(id);
    if (record === null || record.examination.deletedAt !== null) return { name: 'missing' };
    const blob = new Blob([record.picture.bytes], { type: record.picture.type });
    const bitmap = await createImageBitmap(blob, { imageOrientation: 'from-image' });
    return { name: 'opened', examination: record.examination, bitmap };
  } catch (error) {
    return { name: 'failed', failure: toFailure(error) };
  }
}
