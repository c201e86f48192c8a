import type { Attributes, Json } from './annotation.ts';
import { isRecord, recordOf } from './json.ts';

/** What LabelMe itself shows of the attributes: a description and flags. All of them stand under `attributes`, which it keeps. */
export function toLabelMeAttributes(attributes: Attributes): Attributes {
  return {
    ...(typeof attributes.description === 'string' && { description: attributes.description }),
    flags: areFlags(attributes.flags) ? attributes.flags : {},
    attributes,
  };
}

/** The attributes of a LabelMe entry; what was changed in LabelMe is newer than what stands under `attributes`. */
export function readLabelMeAttributes({ description, flags, attributes }: Attributes): Attributes {
  const kept = recordOf(attributes);
  return { ...kept, ...newer('description', description, kept), ...newer('flags', flags, kept) };
}

/** An empty description or no flags say something only where there were some. */
function newer(name: string, value: Json | undefined, kept: Attributes): Attributes {
  const fits = name === 'flags' ? areFlags : isText;
  if (!fits(value)) return {};
  const isEmpty = value === '' || (isRecord(value) && Object.keys(value).length === 0);
  const isKnown = Object.hasOwn(kept, name);
  return (isKnown && fits(kept[name])) || (!isKnown && !isEmpty) ? { [name]: value } : {};
}

function areFlags(value: Json | undefined): value is Attributes {
  return isRecord(value) && Object.values(value).every((flag) => typeof flag === 'boolean');
}

function isText(value: Json | undefined): value is string {
  return typeof value === 'string';
}
