import { startChild } from './child.ts';
import { asJson, type Driver, readJson, tablet } from './driver.ts';

type Answers = Readonly<Record<string, unknown>>;
type Send = (method: string, params: Answers) => Promise<Answers>;

/**
 * Starts a headless Firefox with an empty profile and drives it over WebDriver BiDi, without geckodriver.
 * @see https://www.w3.org/TR/webdriver-bidi/
 */
export async function startFirefox(binary: string): Promise<Driver> {
  const child = startChild(binary, [
    ...['--headless', '--no-remote', '--profile', '{folder}'],
    ...['--remote-debugging-port', '0', 'about:blank'],
  ]);
  try {
    const [, address] = await child.waitForOutput(/BiDi listening on (ws:\S+)/);
    const socket = await connect(`${address}/session`);
    const driver = await createDriver(createSend(socket));
    return {
      ...driver,
      close: async () => {
        socket.close();
        await child.stop();
      },
    };
  } catch (error) {
    await child.stop();
    throw error;
  }
}

function connect(url: string): Promise<WebSocket> {
  // Node has had it without a flag since version 22.
  if (!('WebSocket' in globalThis))
    throw new Error('Node 20 needs --experimental-websocket: npm run engines.');
  const socket = new WebSocket(url);
  return new Promise((resolve, reject) => {
    socket.addEventListener('open', () => resolve(socket), { once: true });
    socket.addEventListener('error', () => reject(new Error(`Firefox refused ${url}.`)), { once: true });
  });
}

/** Each command carries a number, and its answer the same one. */
function createSend(socket: WebSocket): Send {
  const waiting = new Map<number, (answer: Answers) => void>();
  let last = 0;
  socket.addEventListener('message', ({ data }) => {
    const answer = JSON.parse(String(data)) as Answers;
    if (typeof answer.id !== 'number') return;
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  socket.addEventListener('close', () => {
    for (const settle of waiting.values())
      settle({ type: 'error', message: 'Firefox closed the connection.' });
    waiting.clear();
  });
  return async (method, params) => {
    last += 1;
    const id = last;
    const answer = await new Promise<Answers>((resolve) => {
      waiting.set(id, resolve);
      socket.send(JSON.stringify({ id, method, params }));
    });
    if (answer.type !== 'success') throw new Error(`${method}: ${String(answer.message)}`);
    return answer.result as Answers;
  };
}

async function createDriver(send: Send): Promise<Omit<Driver, 'close'>> {
  const session = await send('session.new', { capabilities: {} });
  const tree = await send('browsingContext.getTree', {});
  const [tab] = tree.contexts as readonly { readonly context: string }[];
  if (tab === undefined) throw new Error('Firefox has no tab.');
  const { context } = tab;
  await send('browsingContext.setViewport', { context, viewport: tablet });
  const evaluate = async (expression: string): Promise<Answers> => {
    const target = { context };
    const answer = await send('script.evaluate', { expression, target, awaitPromise: true });
    if (answer.type !== 'success') throw new Error(JSON.stringify(answer.exceptionDetails));
    return answer.result as Answers;
  };
  const { browserVersion } = session.capabilities as Answers;
  return {
    version: String(browserVersion),
    open: async (url) => void (await send('browsingContext.navigate', { context, url, wait: 'complete' })),
    reload: async () => void (await send('browsingContext.reload', { context, wait: 'complete' })),
    evaluate: async (expression) => readJson((await evaluate(asJson(expression))).value),
    chooseFile: async (selector, path) => {
      const { sharedId } = await evaluate(`document.querySelector(${JSON.stringify(selector)})`);
      await send('input.setFiles', { context, element: { sharedId }, files: [path] });
    },
    screenshot: async () => {
      const { data } = await send('browsingContext.captureScreenshot', { context });
      return Buffer.from(String(data), 'base64');
    },
  };
}
