import { type Code, codeItem } from '../dicom/code.ts';
import type { DicomElement, DicomItem } from '../dicom/write-dicom.ts';

/** How an item belongs to the one above it (PS3.3 C.17.3.2.4). */
type Relation = 'CONTAINS' | 'HAS OBS CONTEXT' | 'HAS CONCEPT MOD' | 'HAS PROPERTIES';

/** One item of the content tree of a structured report (PS3.3 C.17.3), without its relation to the one above. */
export interface Content {
  readonly name: Code;
  readonly value: Value;
  readonly children?: readonly Related[];
}

/** An item and how it belongs to the one above it. */
export type Related = readonly [relation: Relation, content: Content];

type Value =
  | { readonly type: 'CONTAINER'; readonly template?: string }
  | { readonly type: 'CODE'; readonly code: Code }
  | { readonly type: 'TEXT'; readonly text: string }
  | { readonly type: 'UIDREF'; readonly uid: string }
  | { readonly type: 'NUM'; readonly value: number; readonly unit: Code };

/** An item that holds others; `template` is a template of DICOM's own (PS3.16) that it keeps to. */
export function container(name: Code, children: readonly Related[], template?: string): Content {
  return { name, value: { type: 'CONTAINER', ...(template && { template }) }, children };
}

/** A coded answer. */
export function coded(name: Code, code: Code, children: readonly Related[] = []): Content {
  return { name, value: { type: 'CODE', code }, children };
}

/** An answer in words, with line breaks where it has some. */
export function text(name: Code, words: string): Content {
  return { name, value: { type: 'TEXT', text: words } };
}

/** A UID. */
export function uid(name: Code, value: string): Content {
  return { name, value: { type: 'UIDREF', uid: value } };
}

/** A number with its UCUM unit. */
export function number(
  name: Code,
  measured: { readonly value: number; readonly unit: Code },
  children: readonly Related[] = [],
): Content {
  return { name, value: { type: 'NUM', ...measured }, children };
}

/** An item as its elements, in the order of their tags. */
export function contentElements({ name, value, children = [] }: Content): DicomElement[] {
  const { type } = value;
  return [
    [0x0040_a040, 'CS', type],
    [0x0040_a043, 'SQ', [codeItem(name)]],
    ...(type === 'CONTAINER' ? [[0x0040_a050, 'CS', 'SEPARATE'] as const] : []),
    ...valueElements(value),
    ...(children.length > 0 ? [[0x0040_a730, 'SQ', children.map(itemOf)] as const] : []),
  ];
}

function itemOf([relation, content]: Related): DicomItem {
  return [[0x0040_a010, 'CS', relation], ...contentElements(content)];
}

function valueElements(value: Value): DicomElement[] {
  switch (value.type) {
    case 'CONTAINER':
      return value.template === undefined ? [] : [[0x0040_a504, 'SQ', [templateItem(value.template)]]];
    case 'CODE':
      return [[0x0040_a168, 'SQ', [codeItem(value.code)]]];
    case 'TEXT':
      return [[0x0040_a160, 'UT', value.text]];
    case 'UIDREF':
      return [[0x0040_a124, 'UI', value.uid]];
    case 'NUM':
      return [[0x0040_a300, 'SQ', [numberItem(value)]]];
  }
}

function numberItem({ value, unit }: { readonly value: number; readonly unit: Code }): DicomItem {
  return [
    [0x0040_08ea, 'SQ', [codeItem(unit)]],
    [0x0040_a30a, 'DS', String(value)],
  ];
}

function templateItem(template: string): DicomItem {
  return [
    [0x0008_0105, 'CS', 'DCMR'],
    [0x0040_db00, 'CS', template],
  ];
}
