import { en } from './en.ts';

/** A key of the message catalogue. */
export type MessageKey = keyof typeof en;

type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** What a message wants filled in, read off its text; nothing for most. */
export type MessageParams<K extends MessageKey> = Record<Placeholders<(typeof en)[K]>, string | number>;

/** The parameters as `say` takes them: left out when the message has no placeholder. */
export type ParamsFor<K extends MessageKey> = [Placeholders<(typeof en)[K]>] extends [never]
  ? []
  : [params: MessageParams<K>];

/** A message that is chosen in one place and shown in another. */
export interface Phrase {
  readonly key: MessageKey;
  readonly params: Readonly<Record<string, string | number>>;
}

/** The message of that key with its placeholders filled. */
export function say<K extends MessageKey>(key: K, ...[params]: ParamsFor<K>): string {
  return fill(en[key], params ?? {});
}

/** Ties a message to its parameters, checked against the catalogue, to be shown later. */
export function phrase<K extends MessageKey>(key: K, ...[params]: ParamsFor<K>): Phrase {
  return { key, params: params ?? {} };
}

/** Shows a phrase. */
export function sayPhrase({ key, params }: Phrase): string {
  return fill(en[key], params);
}

const plurals = new Intl.PluralRules('en');

/** The `.one` or `.other` form of a counted message. */
export function sayCount<K extends CountedKey>(key: K, count: number): string {
  const form = plurals.select(count) === 'one' ? 'one' : 'other';
  return fill(en[`${key}.${form}`], { count });
}

type CountedKey = MessageKey extends infer K ? (K extends `${infer Base}.one` ? Base : never) : never;

/** Fills the placeholders of a text; one without a parameter stays as it is. */
export function fill(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
