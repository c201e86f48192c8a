import { useEffect, useState } from 'preact/hooks';
import { shownAnatomy } from '../feedback/shown-anatomy.ts';
import type { LiveView } from '../live-view.ts';
import { Practice } from '../practice-model.ts';
import type { VirtualPatient } from '../virtual-patient-model.ts';

/** Practising on this patient, with what the coach sees. */
export function usePractice(patient: VirtualPatient, view: LiveView): Practice {
  const [practice] = useState(() => new Practice(patient, () => performance.now()));
  useEffect(
    () =>
      view.moment.subscribe((moment) => {
        if (moment === null) return;
        const { steady, analysis, atMs } = moment;
        const framing = shownAnatomy(analysis.outcome)?.framing ?? null;
        practice.notice({ isOptimal: steady.verdict.kind === 'optimal', framing, atMs });
      }),
    [practice, view],
  );
  return practice;
}
