import { targetNames } from '../phantom/targets.ts';
import { settingChoices } from './patient-choices.ts';
import { patientRanges } from './patient-ranges.ts';
import { firstSettings, type PatientSettings } from './patient-settings.ts';

type Key = keyof PatientSettings;

/** How one setting is written into an address; null settings are left out of it. */
interface Field<T> {
  readonly write: (value: T) => string;
  /** Undefined where the text means nothing: the setting then stays as it is at first. */
  readonly read: (text: string) => T | undefined;
}

/** Hundredths of a degree and tenths of a millimetre are more than a hand can hold. */
const digits = 4;

/** Everything that differs from the first settings, as `seed=21&organ=liver`: for an address to be kept or shared. */
export function writePatient(settings: PatientSettings): string {
  return keys
    .filter((key) => key === 'seed' || write(settings, key) !== write(firstSettings, key))
    .map((key) => `${key}=${write(settings, key)}`)
    .join('&');
}

/** Reads what `writePatient` wrote; what is unknown or out of range never throws. */
export function readPatient(address: string): PatientSettings {
  const parts = address.split('&').map((part) => part.split('='));
  const read = parts.map(([key, text = '']) => (isKey(key) ? readOne(key, text) : {}));
  return Object.assign({}, firstSettings, ...read) as PatientSettings;
}

const fields: { readonly [K in Key]: Field<NonNullable<PatientSettings[K]>> } = {
  seed: number('seed'),
  target: choice(targetNames),
  organ: choice(settingChoices.organ),
  findings: list(choice(settingChoices.finding)),
  grade: choice(settingChoices.grade),
  ribs: flag(),
  gas: flag(),
  ageYears: number('ageYears'),
  sex: choice(settingChoices.sex),
  egfr: number('egfr'),
  side: choice(settingChoices.side),
  build: number('build'),
  kind: choice(settingChoices.kind),
  radiusCm: number('radiusCm'),
  halfAngle: number('halfAngle'),
  halfWidthCm: number('halfWidthCm'),
  apertureCm: number('apertureCm'),
  steerAngle: number('steerAngle'),
  xCm: number('xCm'),
  yCm: number('yCm'),
  rotation: number('rotation'),
  tilt: number('tilt'),
  rock: number('rock'),
  liftedLeft: number('liftedLeft'),
  liftedRight: number('liftedRight'),
  forceN: number('forceN'),
  depthCm: number('depthCm'),
  zoom: number('zoom'),
  gainDb: number('gainDb'),
  tgcDb: { ...list(number('tgcDb')), read: readSliders },
  dynamicRangeDb: number('dynamicRangeDb'),
  focusCm: number('focusCm'),
  frequencyMhz: number('frequencyMhz'),
  looks: number('looks'),
  smoothing: number('smoothing'),
  noiseDb: number('noiseDb'),
  isBreathHeld: flag(),
  heldBreathCm: number('heldBreathCm'),
  smearCm: number('smearCm'),
  frozenAt: number('frozenAt'),
  ruler: flag(),
  greyBar: flag(),
  text: flag(),
  textInside: flag(),
  calipers: flag(),
};

const keys = Object.keys(fields).filter(isKey);

function isKey(text: string | undefined): text is Key {
  return text !== undefined && Object.hasOwn(fields, text);
}

function write<K extends Key>(settings: PatientSettings, key: K): string {
  const value = settings[key];
  return value === null ? '' : fields[key].write(value as NonNullable<PatientSettings[K]>);
}

function readOne<K extends Key>(key: K, text: string): Partial<PatientSettings> {
  const value = fields[key].read(text);
  return value === undefined ? {} : { [key]: value };
}

function number(key: keyof typeof patientRanges): Field<number> {
  const { min, max, step } = patientRanges[key];
  return {
    write: (value) => String(Number(value.toFixed(digits))),
    read: (text) => {
      const value = Number(text);
      if (text === '' || !Number.isFinite(value)) return undefined;
      const inside = Math.min(max, Math.max(min, value));
      return Number.isInteger(step) ? Math.round(inside) : inside;
    },
  };
}

function flag(): Field<boolean> {
  return { write: (value) => (value ? '1' : '0'), read: (text) => text === '1' };
}

function choice<T extends string | number>(choices: readonly T[]): Field<T> {
  return { write: String, read: (text) => choices.find((candidate) => String(candidate) === text) };
}

function list<T>({ write: writeItem, read }: Field<T>): Field<readonly T[]> {
  return {
    write: (values) => values.map(writeItem).join(','),
    read: (text) => text.split(',').flatMap((item) => read(item) ?? []),
  };
}

function readSliders(text: string): readonly number[] | undefined {
  const sliders = list(number('tgcDb')).read(text);
  return sliders?.length === firstSettings.tgcDb.length ? sliders : undefined;
}
