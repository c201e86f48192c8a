import { useSignalEffect } from '@preact/signals';
import type { ComponentChildren, VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { say } from '../i18n/say.ts';
import { scanSize } from '../patient/scan-request.ts';
import type { VirtualPatient } from '../virtual-patient-model.ts';
import { drawTruth } from './draw-truth.ts';
import styles from './patient-picture.module.css';
import { wordAt } from './truth-layers.ts';

interface PatientPictureProps {
  readonly patient: VirtualPatient;
  /** Lies over the picture. */
  readonly children?: ComponentChildren;
}

/** The live picture; with the truth shown, its colours, and the name of what the finger points at. */
export function PatientPicture({ patient, children }: PatientPictureProps): VNode {
  const picture = useRef<HTMLCanvasElement>(null);
  const colours = useRef<HTMLCanvasElement>(null);
  const [pointed, setPointed] = useState<Place | null>(null);
  useSignalEffect(() => {
    const scan = patient.scan.value;
    const context = colours.current?.getContext('2d');
    if (scan !== null) picture.current?.getContext('2d')?.putImageData(scan.pixels, 0, 0);
    if (context) drawTruth(context, patient.isTruthShown.value ? (scan?.truth ?? null) : null);
  });
  const word = pointed && wordUnder(patient, pointed);
  return (
    <div
      class={styles.stage}
      onPointerDown={(event) => setPointed(placeOf(event))}
      onPointerMove={(event) => setPointed(placeOf(event))}
      onPointerLeave={() => setPointed(null)}
    >
      <canvas
        ref={picture}
        class={styles.layer}
        {...scanSize}
        role="img"
        aria-label={say('patient.picture', { seed: patient.settings.value.seed })}
      />
      <canvas ref={colours} class={styles.layer} />
      {children}
      {patient.isStarting.value && <p class={styles.starting}>{say('patient.starting')}</p>}
      {word && <p class={styles.word}>{word}</p>}
    </div>
  );
}

/** A place in the picture, both from 0 to 1. */
interface Place {
  readonly x: number;
  readonly y: number;
}

function placeOf({ currentTarget, clientX, clientY }: PointerEvent): Place | null {
  if (!(currentTarget instanceof Element)) return null;
  const { left, top, width, height } = currentTarget.getBoundingClientRect();
  return { x: (clientX - left) / width, y: (clientY - top) / height };
}

function wordUnder(patient: VirtualPatient, { x, y }: Place): string | null {
  const truth = patient.isTruthShown.value ? patient.scan.value?.truth : null;
  if (!truth) return null;
  const { width, height } = truth.maps;
  return wordAt(truth, Math.floor(y * height) * width + Math.floor(x * width));
}
