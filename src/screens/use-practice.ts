import { useEffect, useState } from 'preact/hooks';
import { shownAnatomy } from '../feedback/shown-anatomy.ts';
import type { LiveView } from '../live-view.ts';
import { Practice } from '../practice-model.ts';
import { coach } from '../settings.ts';
import type { VirtualPatient } from '../virtual-patient-model.ts';

/** Practising on this patient, with what the coach sees. */
export function usePractice(patient: VirtualPatient, view: LiveView): Practice {
  const [practice] = useState(() => new Practice(patient, () => performance.now()));
  // Whoever comes by a link that sets a task is coached from the start.
  useEffect(() => {
    if (practice.target.peek() !== null) coach.value = 'on';
  }, [practice]);
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
