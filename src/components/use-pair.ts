import { useEffect, useState } from 'preact/hooks';
import { type Failure, toFailure } from '../failure.ts';
import type { Examination } from '../history/examination.ts';
import { type KidneyView, type PairVolume, pairVolume } from '../measure/pair-volume.ts';
import type { MeasureModel } from '../measure-model.ts';
import { measureRecord } from '../measure-record.ts';
import type { Records } from '../records.ts';
import { useServices } from '../services.ts';

/** The record that shows the same kidney in the other view, and the volume that both give. */
export type Pair =
  | { readonly name: 'none' | 'opening' | 'missing' }
  | { readonly name: 'failed'; readonly failure: Failure }
  | { readonly name: 'paired'; readonly partner: Examination; readonly volume: PairVolume };

type Partner =
  | { readonly name: 'none' | 'opening' | 'missing' }
  | { readonly name: 'failed'; readonly failure: Failure }
  | { readonly name: 'opened'; readonly examination: Examination; readonly view: KidneyView };

/** Opens a record's partner, and measures both whenever this one's marks change. */
export function usePair(model: MeasureModel): Pair {
  const { records } = useServices();
  const id = model.partner.value;
  const [partner, setPartner] = useState<Partner>({ name: 'none' });
  useEffect(() => {
    let isGone = false;
    const load = async (): Promise<void> => {
      setPartner({ name: id === null ? 'none' : 'opening' });
      if (id === null) return;
      const opened = await openPartner(records, id);
      if (!isGone) setPartner(opened);
    };
    void load();
    return () => {
      isGone = true;
    };
  }, [records, id]);
  if (partner.name !== 'opened') return partner;
  const here = { measured: model.measured.value, calipers: model.calipers.value };
  return { name: 'paired', partner: partner.examination, volume: pairVolume(here, partner.view) };
}

/** Opens the record of the other view and measures it. */
export async function openPartner(records: Records, id: string): Promise<Partner> {
  try {
    const record = await records.open(id);
    if (record === null || record.examination.deletedAt !== null) return { name: 'missing' };
    const { examination } = record;
    return { name: 'opened', examination, view: await measureRecord(records, examination) };
  } catch (error) {
    return { name: 'failed', failure: toFailure(error) };
  }
}
