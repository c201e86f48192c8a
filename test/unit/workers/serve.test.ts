import { expect, test } from 'vitest';
import { Failure } from '../../../src/failure.ts';
import type { Handlers } from '../../../workers/protocol.ts';
import { serve } from '../../../workers/serve.ts';

function startServing(handlers: Partial<Record<keyof Handlers, () => Promise<unknown>>>) {
  const { port1, port2 } = new MessageChannel();
  serve(handlers as unknown as Handlers, port1 as unknown as Parameters<typeof serve>[1]);
  port1.start();
  const replies: unknown[] = [];
  port2.addEventListener('message', ({ data }) => replies.push(data));
  port2.start();
  const ask = (id: number, kind: string) => port2.postMessage({ id, kind, args: null });
  const settled = async (count: number) => {
    await expect.poll(() => replies.length).toBe(count);
    port1.close();
    return replies;
  };
  return { ask, settled, post: (message: unknown) => port2.postMessage(message) };
}

test('answers keep the order of the questions, however long each takes', async () => {
  const log: string[] = [];
  const { ask, settled } = startServing({
    async listModels() {
      log.push('begin slow');
      await new Promise((resolve) => setTimeout(resolve, 30));
      log.push('end slow');
      return [];
    },
    async removeModel() {
      log.push('quick');
      return null;
    },
  });
  ask(1, 'listModels');
  ask(2, 'removeModel');
  expect(await settled(2)).toEqual([
    { id: 1, ok: true, result: [] },
    { id: 2, ok: true, result: null },
  ]);
  expect(log).toEqual(['begin slow', 'end slow', 'quick']);
});

test('a throw is an answer too, and the next question is answered', async () => {
  const { ask, settled } = startServing({
    async listModels() {
      throw new Failure('model-output', 'NaN');
    },
    async revertModel() {
      throw new TypeError('x is undefined');
    },
    async removeModel() {
      return null;
    },
  });
  ask(1, 'listModels');
  ask(2, 'revertModel');
  ask(3, 'unheard-of');
  ask(4, 'removeModel');
  expect(await settled(4)).toEqual([
    { id: 1, ok: false, failure: { code: 'model-output', detail: 'NaN' } },
    { id: 2, ok: false, failure: { code: 'unexpected', detail: 'TypeError: x is undefined' } },
    { id: 3, ok: false, failure: { code: 'unexpected', detail: 'no handler for unheard-of' } },
    { id: 4, ok: true, result: null },
  ]);
});

test('a result that cannot be cloned is a failure, not silence', async () => {
  const { ask, settled } = startServing({ listModels: async () => () => 'a function' });
  ask(1, 'listModels');
  expect(await settled(1)).toMatchObject([{ id: 1, ok: false, failure: { code: 'unexpected' } }]);
});

test('messages that are no requests are left alone', async () => {
  const { ask, settled, post } = startServing({ removeModel: async () => null });
  post({ target: 'setimmediate' });
  post('hello');
  ask(1, 'removeModel');
  expect(await settled(1)).toHaveLength(1);
});
