import { useEffect, useState } from 'preact/hooks';
import { type Failure, toFailure } from '../failure.ts';
import { type DrawnLayers, simulateLayers } from '../frame/simulate-layers.ts';
import type { PreparedCase } from '../phantom/prepared-cases.ts';
import { loadPrepared } from '../prepared/load-prepared.ts';
import type { PreparedEntry } from '../prepared/prepared-file.ts';

/** A prepared case with its picture drawn. */
export interface OpenedCase {
  readonly drawn: DrawnLayers;
  readonly entry: PreparedEntry;
}

/** The case that is wanted: null while it is drawn, or why it cannot be. */
export function usePrepared({ id, wish }: PreparedCase): OpenedCase | Failure | null {
  const [opened, setOpened] = useState<OpenedCase | Failure | null>(null);
  useEffect(() => {
    setOpened(null);
    let isWanted = true;
    let bitmap: ImageBitmap | null = null;
    const open = async (): Promise<void> => {
      try {
        const [drawn, entry] = await Promise.all([simulateLayers(wish), loadPrepared(id)]);
        bitmap = drawn.bitmap;
        if (isWanted) setOpened({ drawn, entry });
        else bitmap.close();
      } catch (error) {
        if (isWanted) setOpened(toFailure(error));
      }
    };
    void open();
    return () => {
      isWanted = false;
      bitmap?.close();
    };
  }, [id, wish]);
  return opened;
}
