import type { Annotations, Attributes, Json } from './annotation.ts';
import { classNames } from './classes.ts';
import { recordOf, without } from './json.ts';
import { toViaAttributes, toViaSize } from './via-pictures.ts';
import { toViaShape } from './via-shape.ts';

/** VIA's annotations alone, by VIA's key of a picture: its name and size. */
export function toViaJson(annotations: Annotations): Attributes {
  return Object.fromEntries(toEntries(annotations));
}

function toEntries({ pictures, labelKey }: Annotations): [string, Json][] {
  const keys = new Set<string>();
  return pictures.map((picture) => {
    const size = toViaSize(picture);
    const regions = picture.regions.map((region) => ({
      shape_attributes: toViaShape(region.shape),
      region_attributes: toViaAttributes(region, labelKey),
    }));
    const key = unusedKey(`${picture.fileName}${size}`, keys);
    return [key, { filename: picture.fileName, size, regions, file_attributes: picture.attributes }];
  });
}

/** A project that VIA 2 opens, with the settings and attribute definitions that it had, or new ones. */
export function toViaProject(annotations: Annotations): Attributes {
  const entries = toEntries(annotations);
  const about = annotations.about ?? {};
  return {
    _via_settings: defaultSettings,
    _via_data_format_version: '2.0.10',
    ...Object.fromEntries(Object.entries(about).filter(([name]) => name.startsWith('_via_'))),
    _via_attributes: withDefinitions(recordOf(about._via_attributes), defineAttributes(annotations)),
    _via_img_metadata: Object.fromEntries(entries),
    _via_image_id_list: entries.map(([key]) => key),
  };
}

const defaultSettings = {
  ui: {},
  core: { buffer_size: 18, filepath: {}, default_filepath: '' },
  project: { name: 'kidney-ultrasound' },
};

/** The file's own definitions first; what it does not define gets a new one. */
function withDefinitions(own: Attributes, added: Attributes): Attributes {
  const places = [...new Set([...Object.keys(own), ...Object.keys(added)])];
  return Object.fromEntries(
    places.map((place) => {
      const known = recordOf(own[place]);
      return [place, { ...known, ...without(recordOf(added[place]), Object.keys(known)) }];
    }),
  );
}

/** The label as a list to choose from, everything else as text. */
function defineAttributes({ pictures, labelKey }: Annotations): Attributes {
  const regions = pictures.flatMap((picture) => picture.regions);
  const labels = new Set([...Object.values(classNames), ...regions.map(({ label }) => label)]);
  const options = Object.fromEntries([...labels].filter((label) => label !== '').map((label) => [label, '']));
  return {
    region: {
      [labelKey]: { type: 'dropdown', description: '', options, default_options: {} },
      ...defineTexts(regions.map(({ attributes }) => attributes)),
    },
    file: defineTexts(pictures.map(({ attributes }) => attributes)),
  };
}

function defineTexts(all: readonly Attributes[]): Attributes {
  const text = { type: 'text', description: '', default_value: '' };
  return Object.fromEntries([...new Set(all.flatMap(Object.keys))].map((name) => [name, text]));
}

function unusedKey(key: string, used: Set<string>): string {
  if (used.has(key)) return unusedKey(`${key}_`, used);
  used.add(key);
  return key;
}
