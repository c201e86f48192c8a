import * as v from 'valibot';
import { Failure } from '../src/failure.ts';
import { type Card, cardSchema } from './card.ts';

const tasksOnly = v.object({ outputs: v.array(v.object({ task: v.string() })) });

/**
 * Reads and checks a model card.
 * @throws Failure `package-damaged` with the field and what is wrong with it; `package-task` when the card is
 * of a model for something other than picture quality.
 */
export function readCard(bytes: ArrayBuffer): Card {
  const raw = parseJson(bytes);
  const tasks = v.safeParse(tasksOnly, raw);
  if (tasks.success && !tasks.output.outputs.some(({ task }) => task === 'quality')) {
    throw new Failure('package-task', tasks.output.outputs.map(({ task }) => task).join(', '));
  }
  return checkCard(raw);
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
  const needed = ['model.json', ...golden.map((test) => test.input)];
  const missing = needed.filter((path) => !listed.has(path));
  if (missing.length > 0) throw new Failure('package-damaged', `card.json lists no ${missing.join(', ')}`);
  const tensors = new Set(outputs.map(({ tensor }) => tensor));
  const unknown = golden.flatMap((test) => Object.keys(test.outputs)).filter((name) => !tensors.has(name));
  if (unknown.length > 0) throw new Failure('package-damaged', `card.json: no output ${unknown.join(', ')}`);
  if ((input.colour === 'grey') !== (input.channels === 1)) {
    throw new Failure('package-damaged', `card.json: ${input.colour} with ${input.channels} channels`);
  }
}

/** The schema cannot tie the length of one list to another's. */
function requireOneEach({ outputs }: Card): void {
  for (const output of outputs) {
    if (output.task !== 'quality') continue;
    const { labels, thresholds, temperatures } = output;
    if (thresholds.length !== labels.length || temperatures.length !== labels.length) {
      throw new Failure('package-damaged', 'card.json: one threshold and one temperature a label');
    }
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
