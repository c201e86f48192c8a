import { expect, test } from 'vitest';
import { Failure } from '../../../src/failure.ts';
import { createLadderMemory } from '../../../src/ladder-memory.ts';
import type { StartStep } from '../../../workers/protocol.ts';

const progress = (step: StartStep) => ({ news: 'progress', step, done: 0, total: 1 }) as const;

test('what the options leave out stays out', () => {
  expect(createLadderMemory(['wasm']).without()).toEqual(['wasm']);
});

test('a device lost once is tried again, lost twice it is left out', () => {
  const memory = createLadderMemory([]);
  memory.learn(new Failure('device-lost'));
  expect(memory.without()).toEqual([]);
  memory.begin();
  memory.learn(new Failure('device-lost'));
  expect(memory.without()).toEqual(['webgpu']);
});

test('a worker that dies on a rung leaves out the next one each time, but never plain JavaScript', () => {
  const memory = createLadderMemory([]);
  const seen = Array.from({ length: 4 }, (_, n) => {
    memory.begin();
    memory.hear(progress(n % 2 === 0 ? 'backend' : 'warm-up'));
    memory.learn(new Failure('timed-out'));
    return memory.without().length;
  });
  expect(seen).toEqual([1, 2, 3, 3]);
  expect(memory.without()).toEqual(['webgpu', 'wasm-threads', 'wasm']);
});

test.each(['download', 'check', 'ready'] as const)(
  'a worker that dies at "%s" is no rung’s fault',
  (step) => {
    const memory = createLadderMemory([]);
    memory.hear(progress('backend'));
    memory.hear(progress(step));
    memory.learn(new Failure('worker-lost'));
    expect(memory.without()).toEqual([]);
  },
);

test('a worker that died before a new one began is no reason for the new one', () => {
  const memory = createLadderMemory([]);
  memory.hear(progress('warm-up'));
  memory.begin();
  memory.learn(new Failure('worker-lost'));
  expect(memory.without()).toEqual([]);
});
