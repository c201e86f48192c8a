import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import { say } from '../i18n/say.ts';
import { patientRanges } from '../patient/patient-ranges.ts';
import type { PatientSettings } from '../patient/patient-settings.ts';
import type { VirtualPatient } from '../virtual-patient-model.ts';
import styles from './probe-pad.module.css';

/** Half of what the pad shows, cm: a little more than the probe can be slid. */
const halfAcross = 12;
const halfDown = 6.5;
/** Half the length and width of the probe's face as drawn, cm; where the handle to turn it stands. */
const face = { half: 3, thick: 0.75, handle: 5 };

type Held = Pick<PatientSettings, 'xCm' | 'yCm' | 'rotation'>;

/** The skin from above with the probe on it: drag to slide, drag the handle to turn. The sliders do the same. */
export function ProbePad({ patient }: { readonly patient: VirtualPatient }): VNode {
  const pad = useRef<SVGSVGElement>(null);
  const settings = patient.settings.value;
  const person = patient.met.value?.person;
  // Seen from outside with the head at the left, the front of a right flank is up, of a left one down.
  const up = (settings.side ?? person?.side) === 'left' ? 1 : -1;
  const aim = patient.isTruthShown.value ? patient.met.value?.aim.probe : undefined;
  const drag = useDrag(pad, up, patient);
  return (
    <svg
      ref={pad}
      class={styles.pad}
      viewBox={`${-halfAcross} ${-halfDown} ${2 * halfAcross} ${2 * halfDown}`}
      aria-hidden="true"
      onPointerDown={(event) => drag(event, 'slide')}
    >
      <Skin up={up} />
      {aim && <Face held={aim} up={up} kind="target" />}
      <Face held={settings} up={up} kind="probe" onTurn={(event) => drag(event, 'turn')} />
    </svg>
  );
}

function Skin({ up }: { readonly up: number }): VNode {
  const lines = [-10, -5, 0, 5, 10];
  const edge = { 'text-anchor': 'middle', 'dominant-baseline': 'central', class: styles.edge } as const;
  return (
    <>
      {lines.map((x) => (
        <path key={`x${x}`} class={x === 0 ? styles.axis : styles.grid} d={`M${x} -7V7`} />
      ))}
      {lines.slice(1, -1).map((y) => (
        <path key={`y${y}`} class={y === 0 ? styles.axis : styles.grid} d={`M-12 ${y}H12`} />
      ))}
      <text {...edge} x={-halfAcross + 0.5} y={-0.9} text-anchor="start">
        {say('patient.pad.head')}
      </text>
      <text {...edge} x={halfAcross - 0.5} y={-0.9} text-anchor="end">
        {say('patient.pad.feet')}
      </text>
      <text {...edge} x={0.5} y={up * (halfDown - 0.9)} text-anchor="start">
        {say('patient.pad.front')}
      </text>
      <text {...edge} x={0.5} y={-up * (halfDown - 0.9)} text-anchor="start">
        {say('patient.pad.back')}
      </text>
    </>
  );
}

interface FaceProps {
  readonly held: Held;
  readonly up: number;
  readonly kind: 'probe' | 'target';
  readonly onTurn?: (event: PointerEvent) => void;
}

/** The probe's face; the dot is at the picture's left. */
function Face({ held, up, kind, onTurn }: FaceProps): VNode {
  const { half, thick, handle } = face;
  const degrees = (up * held.rotation * 180) / Math.PI;
  return (
    <g transform={`translate(${held.xCm} ${up * held.yCm}) rotate(${degrees})`}>
      {kind === 'probe' && <path class={styles.stem} d={`M${half} 0H${handle - 0.6}`} />}
      <rect class={styles[kind]} x={-half} y={-thick} width={2 * half} height={2 * thick} rx={thick} />
      {kind === 'probe' && <circle class={styles.marker} cx={-half + thick} r={0.35} />}
      {kind === 'probe' && <circle class={styles.handle} cx={handle} r={0.65} />}
      {onTurn && <circle class={styles.reach} cx={handle} r={1.6} onPointerDown={onTurn} />}
    </g>
  );
}

/** Follows one finger from its first touch until it lifts: sliding by how far it went, turning by where it is. */
function useDrag(
  pad: { readonly current: SVGSVGElement | null },
  up: number,
  patient: VirtualPatient,
): (event: PointerEvent, kind: 'slide' | 'turn') => void {
  return (event, kind) => {
    const svg = pad.current;
    if (svg === null) return;
    event.stopPropagation();
    event.preventDefault();
    svg.setPointerCapture(event.pointerId);
    const from = patient.settings.value;
    const first = placeOf(svg, event);
    const lifted = new AbortController();
    const move = (moved: PointerEvent): void => {
      const at = placeOf(svg, moved);
      patient.change(
        kind === 'slide'
          ? {
              xCm: clamp('xCm', from.xCm + at.x - first.x),
              yCm: clamp('yCm', from.yCm + up * (at.y - first.y)),
            }
          : { rotation: clamp('rotation', Math.atan2(up * at.y - from.yCm, at.x - from.xCm)) },
      );
    };
    svg.addEventListener('pointermove', move, lifted);
    for (const end of ['pointerup', 'pointercancel']) svg.addEventListener(end, () => lifted.abort(), lifted);
  };
}

function clamp(key: keyof Held, value: number): number {
  const { min, max } = patientRanges[key];
  return Math.min(max, Math.max(min, value));
}

/** Centimetres on the skin. */
function placeOf(svg: SVGSVGElement, { clientX, clientY }: PointerEvent): { x: number; y: number } {
  const { left, top, width, height } = svg.getBoundingClientRect();
  return {
    x: ((clientX - left) / width - 0.5) * 2 * halfAcross,
    y: ((clientY - top) / height - 0.5) * 2 * halfDown,
  };
}
