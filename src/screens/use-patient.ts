import { effect } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { type Failure, toFailure } from '../failure.ts';
import { startPhantom } from '../frame/phantom-link.ts';
import { readPatient, writePatient } from '../patient/patient-address.ts';
import type { PatientSettings } from '../patient/patient-settings.ts';
import { beginPractice } from '../patient/practice-settings.ts';
import { hashOf } from '../route.ts';
import { VirtualPatient } from '../virtual-patient-model.ts';

/** The virtual patient of this screen, and what stopped it, if anything did. */
export interface UsedPatient {
  readonly patient: VirtualPatient;
  readonly failure: Failure | null;
  readonly retry: () => void;
}

/** Keeps a virtual patient under the probe while the screen is open, and its settings in the address. */
export function usePatient(address: string): UsedPatient {
  const [patient] = useState(() => new VirtualPatient(firstMet(address), { nextFrame, now }));
  const [failure, setFailure] = useState<Failure | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    setFailure(null);
    const leaving = new AbortController();
    const phantom = startPhantom();
    const watch = async (): Promise<void> => {
      try {
        const pictures = patient.watch((request) => phantom.ask('scan', request), leaving.signal);
        // Each picture shows itself through the model's signals.
        for await (const _ of pictures);
      } catch (error) {
        if (!leaving.signal.aborted) setFailure(toFailure(error));
      }
    };
    void watch();
    return () => {
      leaving.abort();
      phantom.end();
    };
  }, [patient, attempt]);
  useEffect(() => keepAddress(patient), [patient]);
  return { patient, failure, retry: () => setAttempt(attempt + 1) };
}

const now = (): number => performance.now();
const nextFrame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));

const storageKey = 'kidney-coach:patient';
/** Browsers allow a hundred changes of the address in half a minute, a finger on a slider makes more. */
const quietMilliseconds = 350;

/** As the address says, else as this window last left it; where motion is unwanted, time stands still at first. */
function firstMet(address: string): PatientSettings {
  const settings = beginPractice(readPatient(address === '' ? recall() : address));
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  return isStill ? { ...settings, frozenAt: settings.frozenAt ?? 0 } : settings;
}

function keepAddress(patient: VirtualPatient): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = effect(() => {
    const settings = writePatient(patient.settings.value);
    remember(settings);
    clearTimeout(timer);
    timer = setTimeout(() => {
      history.replaceState(null, '', hashOf({ place: 'patient', settings }));
    }, quietMilliseconds);
  });
  return () => {
    stop();
    clearTimeout(timer);
  };
}

function recall(): string {
  try {
    return sessionStorage.getItem(storageKey) ?? '';
  } catch {
    // Storage is blocked: the address alone remembers.
    return '';
  }
}

function remember(settings: string): void {
  try {
    sessionStorage.setItem(storageKey, settings);
  } catch {
    // As above.
  }
}
