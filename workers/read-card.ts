import * as v from 'valibot';
import { Failure } from '../src/failure.ts';
import { type Card, cardSchema } from './card.ts';

/**
 * Reads and checks a model card.
 * @throws Failure `package-damaged` with the field and what is wrong with it.
 */
export function readCard(bytes: ArrayBuffer): Card {
  return checkCard(parseJson(bytes));
}

/** Checks a card that is parsed already, such as one that comes from storage. */
export function checkCard(raw: unknown): Card {
  const result = v.safeParse(cardSchema, raw);
  if (!result.success) throw new Failure('package-damaged', `card.json: ${explain(result.issues)}`);
  requireFiles(result.output);
  requireOneEach(result.output);
  return result.output;
}

function requireFiles({ files, golden, outputs, input }: Card): void {
  const listed = new Set(files.map(({ path }) => path));
  const trees = outputs.flatMap((output) => (output.task === 'boosted-trees' ? [output.trees] : []));
  const needed = ['model.json', ...golden.map((test) => test.input), ...trees];
  const missing = needed.filter((path) => !listed.has(path));
  if (missing.length > 0) throw new Failure('package-damaged', `card.json lists no ${missing.join(', ')}`);
  const tensors = new Set(outputs.map(({ tensor }) => tensor));
  const unknown = golden.flatMap((test) => Object.keys(test.outputs)).filter((name) => !tensors.has(name));
  if (unknown.length > 0) throw new Failure('package-damaged', `card.json: no output ${unknown.join(', ')}`);
  if ((input.colour === 'grey') !== (input.channels === 1)) {
    throw new Failure('package-damaged', `card.json: ${input.colour} with ${input.channels} channels`);
  }
  if (input.region === 'kidney-crop' && input.width !== input.height) {
    throw new Failure('package-damaged', 'card.json: a kidney-crop is a square');
  }
}

/** The schema cannot tie the length of one list to another's. */
function requireOneEach({ outputs }: Card): void {
  for (const output of outputs) {
    const { names, lists } = listsOf(output);
    if (new Set(names).size !== names.length) {
      throw new Failure('package-damaged', `card.json: ${output.task}: a label stands twice`);
    }
    if (lists.some((list) => list !== undefined && list.length !== names.length)) {
      throw new Failure(
        'package-damaged',
        `card.json: ${output.task}: one threshold, one temperature and one band a label`,
      );
    }
    if (output.task === 'function' && output.heads === 1 && output.interval.floor === 0) {
      throw new Failure('package-damaged', 'card.json: function: one head without an interval');
    }
  }
}

/** What an output tells apart, and the lists that say something about each. */
function listsOf(output: Card['outputs'][number]): {
  readonly names: readonly string[];
  readonly lists: readonly (readonly unknown[] | undefined)[];
} {
  switch (output.task) {
    case 'quality':
    case 'findings':
      return { names: output.labels, lists: [output.thresholds, output.temperatures, output.abstain] };
    case 'segmentation':
      return { names: output.structures, lists: [output.thresholds, output.temperatures] };
    case 'tissue':
      return output.activation === 'softmax'
        ? { names: ['all'], lists: [output.temperatures] }
        : { names: output.layers, lists: [output.thresholds, output.temperatures] };
    default:
      return { names: [], lists: [] };
  }
}

function parseJson(bytes: ArrayBuffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (thrown) {
    throw new Failure('package-damaged', `card.json: ${String(thrown)}`);
  }
}

function explain(issues: readonly v.BaseIssue<unknown>[]): string {
  return issues.map((issue) => `${v.getDotPath(issue) ?? 'the whole'}: ${issue.message}`).join('; ');
}
