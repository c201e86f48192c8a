import { findFreePort, startChild } from './child.ts';
import { asJson, type Driver, patience, readJson, tablet } from './driver.ts';

/** Under this key WebDriver names an element. @see https://www.w3.org/TR/webdriver2/#elements */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

type Send = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<unknown>;

/** Where the parts of WebKitGTK lie. */
export interface WebKitParts {
  readonly driver: string;
  readonly browser: string;
  readonly xvfb: string;
  /** WebKitGTK hides shared memory unless told otherwise; Safari gives it to isolated pages, as this does. */
  readonly hasThreads: boolean;
}

/**
 * Starts WebKitGTK's MiniBrowser on a display of its own and drives it over WebDriver.
 * @see https://www.w3.org/TR/webdriver2/
 */
export async function startWebKit(parts: WebKitParts): Promise<Driver> {
  const port = await findFreePort();
  const screen = `-screen 0 ${tablet.width + 400}x${tablet.height + 400}x24`;
  const child = startChild(
    parts.xvfb,
    ['-a', '-s', screen, parts.driver, `--port=${port}`, '--host=127.0.0.1'],
    { JSC_useSharedArrayBuffer: parts.hasThreads ? '1' : '0' },
  );
  try {
    const send = createSend(`http://127.0.0.1:${port}`);
    await waitUntilReady(send);
    const options = { binary: parts.browser, args: ['--automation'] };
    const session = await send('POST', '/session', {
      capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } },
    });
    return { ...(await createDriver(send, session as Session)), close: child.stop };
  } catch (error) {
    await child.stop();
    throw error;
  }
}

interface Session {
  readonly sessionId: string;
  readonly capabilities: { readonly browserVersion: string };
}

function createSend(base: string): Send {
  return async (method, path, body) => {
    const init: RequestInit = { method, signal: AbortSignal.timeout(patience) };
    if (method === 'POST') init.body = JSON.stringify(body ?? {});
    const response = await fetch(base + path, init);
    const { value } = (await response.json()) as { readonly value: unknown };
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(value)}`);
    return value;
  };
}

/** The driver needs a moment for its display. */
async function waitUntilReady(send: Send): Promise<void> {
  const limit = Date.now() + patience;
  for (;;) {
    try {
      await send('GET', '/status');
      return;
    } catch (error) {
      if (Date.now() > limit) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

async function createDriver(send: Send, session: Session): Promise<Omit<Driver, 'close'>> {
  const base = `/session/${session.sessionId}`;
  await send('POST', `${base}/timeouts`, { script: patience, pageLoad: patience });
  const evaluate = async (expression: string): Promise<unknown> =>
    readJson(
      await send('POST', `${base}/execute/sync`, { script: `return ${asJson(expression)};`, args: [] }),
    );
  await fitWindow(send, { base, evaluate });
  return {
    version: session.capabilities.browserVersion,
    open: async (url) => void (await send('POST', `${base}/url`, { url })),
    reload: async () => void (await send('POST', `${base}/refresh`)),
    evaluate,
    chooseFile: async (selector, path) => {
      const found = await send('POST', `${base}/element`, { using: 'css selector', value: selector });
      const element = (found as Record<string, string>)[elementKey];
      await send('POST', `${base}/element/${element}/value`, { text: path });
    },
    screenshot: async () => Buffer.from(String(await send('GET', `${base}/screenshot`)), 'base64'),
  };
}

/** The window has bars of its own: make it larger by what they take, so that the page is a tablet's. */
async function fitWindow(
  send: Send,
  page: { readonly base: string; readonly evaluate: Driver['evaluate'] },
): Promise<void> {
  const rect = `${page.base}/window/rect`;
  await send('POST', rect, tablet);
  const inner = (await page.evaluate('({ width: innerWidth, height: innerHeight })')) as typeof tablet;
  await send('POST', rect, {
    width: tablet.width * 2 - inner.width,
    height: tablet.height * 2 - inner.height,
  });
}
