import { noticeWords } from './describe-report.ts';
import type { Coding, Quantity } from './fhir-codes.ts';

/** A reference to another entry of the bundle. */
export interface Reference {
  readonly reference: string;
}

/** A concept in words, and its codes where it has some. */
interface Concept {
  readonly coding?: readonly Coding[];
  readonly text: string;
}

/** A value, or why there is none. */
type Value =
  | { readonly valueQuantity: Quantity }
  | { readonly valueRange: { readonly low: Quantity; readonly high: Quantity } }
  | { readonly valueString: string }
  | { readonly dataAbsentReason: Concept };

/** A value that belongs to an observation's, as the end of its interval. */
export type Part = { readonly code: Coding } & Value;

/** What one observation says; others and devices are named, and found once all have an address. */
export interface Said {
  readonly name: string;
  readonly category: 'imaging' | 'laboratory';
  readonly code: Coding;
  readonly value: Value;
  readonly method: string;
  /** Who made it: the app, or the model of that job. */
  readonly by: 'app' | 'quality' | 'findings' | 'function';
  readonly parts?: readonly Part[];
  readonly interpretation?: readonly string[];
  readonly range?: { readonly low: Quantity; readonly high: Quantity; readonly text: string };
  readonly bodySite?: Coding;
  /** Names of the observations that it was computed from. */
  readonly from?: readonly string[];
  /** When it was so, ISO 8601; absent where it is not known. */
  readonly effective?: string;
}

/** Where an observation's neighbours are. */
export interface Neighbours {
  readonly subject: Reference | null;
  readonly device: Reference;
  readonly derivedFrom: readonly Reference[];
}

const categories = 'http://terminology.hl7.org/CodeSystem/observation-category';
const names = { imaging: 'Imaging', laboratory: 'Laboratory' } as const;

/** An Observation (FHIR R4): always preliminary, and always with the notice. */
export function observation(said: Said, { subject, device, derivedFrom }: Neighbours): object {
  const { category, code, method, parts = [], interpretation = [], range, bodySite } = said;
  return {
    resourceType: 'Observation',
    status: 'preliminary',
    category: [{ coding: [{ system: categories, code: category, display: names[category] }] }],
    code: conceptOf(code),
    ...(subject && { subject }),
    ...(said.effective && { effectiveDateTime: said.effective }),
    ...said.value,
    ...(interpretation.length > 0 && { interpretation: interpretation.map((text) => ({ text })) }),
    note: [{ text: noticeWords() }],
    ...(bodySite && { bodySite: conceptOf(bodySite) }),
    method: { text: method },
    device,
    ...(range && { referenceRange: [range] }),
    ...(derivedFrom.length > 0 && { derivedFrom }),
    ...(parts.length > 0 && {
      component: parts.map(({ code: part, ...value }) => ({ code: conceptOf(part), ...value })),
    }),
  };
}

function conceptOf(code: Coding): Concept {
  return { coding: [code], text: code.display };
}
