import { computed, effect, type Signal, signal } from '@preact/signals';
import type { Structure } from './analysis.ts';
import type { Resolution } from './frame/camera.ts';
import type { CreatinineUnit } from './kidney-function/blood-test.ts';

/** How much of the advice is shown first. */
export type Depth = 'line' | 'how' | 'more';
/** Colours of the whole app. */
export type Theme = 'dark' | 'light' | 'system';
/** Which thumb reaches the buttons. */
export type Hand = 'right' | 'left';

const prefix = 'kidney-coach:';

/** One choice that is remembered on this device, or for this window only where storage is blocked. */
function remembered<T extends string>(name: string, choices: readonly [T, ...T[]]): Signal<T> {
  const stored = readItem(prefix + name);
  const value = signal(choices.find((choice) => choice === stored) ?? choices[0]);
  effect(() => writeItem(prefix + name, value.value));
  return value;
}

/** A text that is remembered on this device, or for this window only; empty at first. */
export function rememberedText(name: string): Signal<string> {
  const value = signal(readItem(prefix + name) ?? '');
  effect(() => writeItem(prefix + name, value.value));
  return value;
}

function readItem(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // Storage is blocked: the choice then lasts as long as the window, which History already tells.
    return null;
  }
}

function writeItem(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // As above.
  }
}

export const theme = remembered<Theme>('theme', ['dark', 'light', 'system']);
const deviceLight = matchMedia('(prefers-color-scheme: light)');
const isDeviceLight = signal(deviceLight.matches);
deviceLight.addEventListener('change', ({ matches }) => {
  isDeviceLight.value = matches;
});

/** The theme that is shown: the chosen one, or the device's own. */
export const shownTheme = computed(() => {
  if (theme.value !== 'system') return theme.value;
  return isDeviceLight.value ? 'light' : 'dark';
});

export const hand = remembered<Hand>('hand', ['right', 'left']);
export const adviceDepth = remembered<Depth>('advice-depth', ['line', 'how', 'more']);
export const notice = remembered<'unread' | 'read'>('notice', ['unread', 'read']);
export const kidneyShown = remembered<'off' | 'on'>('kidney', ['on', 'off']);
export const outlineShown = remembered<'off' | 'on'>('outline', ['off', 'on']);
/** How a structure's outline lies over the picture. */
export type OutlineStyle = 'line' | 'filled' | 'off';
/** Cortex and medulla are off at first: no one has checked them on real pictures, and they would clutter a live view. */
export const outlineStyles: Readonly<Record<Structure, Signal<OutlineStyle>>> = {
  capsule: remembered<OutlineStyle>('outline-capsule', ['line', 'filled', 'off']),
  cortex: remembered<OutlineStyle>('outline-cortex', ['off', 'line', 'filled']),
  medulla: remembered<OutlineStyle>('outline-medulla', ['off', 'line', 'filled']),
  'central-echo-complex': remembered<OutlineStyle>('outline-centre', ['line', 'filled', 'off']),
};
/** How strong outlines are over the picture, per cent. */
export const outlineStrength = remembered<'100' | '80' | '60' | '40' | '20'>('outline-strength', [
  '100',
  '80',
  '60',
  '40',
  '20',
]);
/** Whether untouched pictures of a project begin with the model's outlines. */
export const proposing = remembered<'off' | 'on'>('proposing', ['on', 'off']);
/** Whether the model's contours stand beside those that are edited. */
export const modelOutlineShown = remembered<'off' | 'on'>('model-outline', ['on', 'off']);
/** Whether the coach watches the virtual patient. */
export const coach = remembered<'off' | 'on'>('coach', ['off', 'on']);
/** In which unit a creatinine is typed first: the one that was chosen last. */
export const creatinineUnit = remembered<CreatinineUnit>('creatinine-unit', ['mg/dL', 'µmol/L']);
/** The browser's id of the camera that was chosen last; empty for the one that looks away from the user. */
export const cameraId = rememberedText('camera');
export const resolution = remembered<Resolution>('resolution', ['720p', '1080p', '480p']);
/** Whether the camera looks at a scanner's screen, which is found in its picture. */
export const scannerScreen = remembered<'off' | 'on'>('scanner-screen', ['off', 'on']);
/** Seconds that a good view is held before it is kept by itself. */
export const holdTime = remembered<'1' | '2' | '3' | 'off'>('hold-time', ['2', '1', '3', 'off']);
export const holdMs = computed(() => (holdTime.value === 'off' ? null : 1000 * Number(holdTime.value)));
/**
 * Hands-free coaching. What others hear is off at first: in a shared skills lab a neighbour's tone or voice would be
 * taken for one's own. A buzz is felt by whoever holds the device alone, and a dark screen helps nobody.
 */
export const tones = remembered<'off' | 'on'>('tones', ['off', 'on']);
export const speech = remembered<'off' | 'on'>('speech', ['off', 'on']);
export const vibration = remembered<'off' | 'on'>('vibration', ['on', 'off']);
/** Whether the screen is kept on while a live view runs. */
export const wakefulness = remembered<'off' | 'on'>('wakefulness', ['on', 'off']);
/** Whether the browser was asked to keep the records, and what it said. */
export const keeping = remembered<'unasked' | 'granted' | 'denied' | 'unsupported'>('keeping', [
  'unasked',
  'granted',
  'denied',
  'unsupported',
]);
/** The model of findings that came with the app; it estimates function too. */
export const shippedCropModel = 'kidney-crop';
/** Names of the models that read a kidney's crop; empty for the shipped one. */
export const findingsModel = rememberedText('findings-model');
export const functionModel = rememberedText('function-model');
/** The same with the shipped one's name in the place of none. */
export const screeningModels = computed(() => ({
  findings: findingsModel.value || shippedCropModel,
  function: functionModel.value || shippedCropModel,
}));
