import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { choosePictures, type OpenedApp, openApp, waitUntilReady } from './open-app.ts';
import { drawnPicture } from './pictures.ts';

let app: OpenedApp;
let stranger: Server;
let strangerUrl: string;
let strangerHits = 0;

beforeAll(async () => {
  stranger = createServer((_, response) => {
    strangerHits += 1;
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.end('hello');
  });
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
  strangerUrl = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}/`;
  app = await openApp();
  await waitUntilReady(app.page);
});

afterAll(async () => {
  await app.context.close();
  stranger.close();
});

it('makes no request to another origin in a whole session', async () => {
  const { page, url } = app;
  await choosePictures(page, [await drawnPicture()]);
  await page.waitForURL(/#\/examination\//);
  await page.getByRole('heading', { level: 1 }).waitFor();
  for (const place of [
    'history',
    'lab',
    'lab/annotate',
    'lab/models',
    'lab/agreement',
    'lab/kidney-view',
    'settings',
    'scan',
  ]) {
    await page.goto(`${url}#/${place}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
  }
  await page.reload();
  await waitUntilReady(page);
  const origin = new URL(url).origin;
  const foreign = app.requests.filter((request) => {
    const { protocol } = new URL(request);
    return !request.startsWith(origin) && protocol !== 'blob:' && protocol !== 'data:';
  });
  expect(app.requests.length).toBeGreaterThan(10);
  expect(foreign).toEqual([]);
});

it('keeps a page script from reaching another origin, by any way there is', async () => {
  const outcomes = await app.page.evaluate(async (url) => {
    const tried = async (attempt: () => Promise<unknown>): Promise<string> => {
      try {
        await attempt();
        return 'reached';
      } catch {
        return 'blocked';
      }
    };
    const loaded = (make: () => HTMLElement): Promise<unknown> =>
      new Promise((resolve, reject) => {
        const element = make();
        element.onload = resolve;
        element.onerror = () => reject(new Error('blocked'));
        document.body.append(element);
      });
    return {
      fetch: await tried(() => fetch(url)),
      image: await tried(() => loaded(() => Object.assign(new Image(), { src: `${url}a.png` }))),
      script: await tried(() => loaded(() => Object.assign(document.createElement('script'), { src: url }))),
      beacon: await tried(
        async () => navigator.sendBeacon(url, 'x') && new Promise((done) => setTimeout(done, 300)),
      ),
      socket: await tried(
        () =>
          new Promise((resolve, reject) => {
            const socket = new WebSocket(url.replace('http', 'ws'));
            socket.onopen = resolve;
            socket.onerror = () => reject(new Error('blocked'));
          }),
      ),
      worker: await tried(
        () =>
          new Promise((resolve, reject) => {
            const text = `fetch(${JSON.stringify(url)}).then(() => postMessage(1), () => postMessage(0))`;
            const worker = new Worker(URL.createObjectURL(new Blob([text])));
            worker.onmessage = ({ data }) => (data === 1 ? resolve(data) : reject(new Error('blocked')));
            worker.onerror = () => reject(new Error('blocked'));
          }),
      ),
    };
  }, strangerUrl);
  expect(outcomes).toMatchObject({
    fetch: 'blocked',
    image: 'blocked',
    script: 'blocked',
    worker: 'blocked',
  });
  expect(outcomes.socket).toBe('blocked');
  expect(strangerHits).toBe(0);
});

it('sends the policy with the page and with worker scripts', async () => {
  const headers = (await app.page.request.get(app.url)).headers();
  expect(headers['content-security-policy']).toContain("connect-src 'self'");
  const meta = app.page.locator('meta[http-equiv="Content-Security-Policy"]');
  expect(await meta.getAttribute('content')).toContain("default-src 'none'");
});
