// `npm run engines`: walks the built app in Chromium, Firefox and WebKitGTK, and compares what they show.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawnPicture } from './e2e/pictures.ts';
import type { Engine } from './engines/driver.ts';
import { findEngines } from './engines/find-engines.ts';
import { judgeWalk, largestDifference } from './engines/judge-walk.ts';
import { serveBuild } from './engines/serve-build.ts';
import { type Walk, walkApp } from './engines/walk-app.ts';

/** Settles when what the page last drew can be seen. */
const painted =
  'new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 300))))';

/** One line of the table. */
type Row = Readonly<Record<string, string>>;

if (!('WebSocket' in globalThis)) restartWithWebSocket();
process.once('SIGINT', () => process.exit(130));
const folder = mkdtempSync(join(tmpdir(), 'kidney-coach-engines-'));
const drawn = await drawnPicture();
const picture = join(folder, drawn.name);
writeFileSync(picture, drawn.buffer);

const { engines, missing } = findEngines(console.log);
const app = await serveBuild(folder);
let isGood = missing.length === 0;
let reference: Walk | null = null;
const rows: Row[] = [];
for (const engine of engines) rows.push(await tryEngine(engine));
await app.stop();

console.table(Object.fromEntries(rows.map(({ engine, ...row }) => [engine, row])));
for (const name of missing) console.log(`NOT TESTED: ${name} is not on this machine.`);
console.log(`Pictures of every screen: ${folder}`);
console.log(isGood ? 'All engines passed.' : 'FAILED');
process.exit(isGood ? 0 : 1);

/** Firefox is driven over a WebSocket, which Node 20 has only behind a flag. */
function restartWithWebSocket(): never {
  const args = ['--experimental-websocket', ...process.execArgv, ...process.argv.slice(1)];
  process.exit(spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1);
}

async function tryEngine(engine: Engine): Promise<Row> {
  try {
    return await testEngine(engine);
  } catch (error) {
    isGood = false;
    console.log(`${engine.name} FAILED: ${error instanceof Error ? error.message : String(error)}`);
    return { engine: engine.name, result: 'FAILED' };
  }
}

async function testEngine({ name, start }: Engine): Promise<Row> {
  console.log(`${name} …`);
  const driver = await start();
  const keepScreen = async (screen: string): Promise<void> => {
    await driver.evaluate(painted);
    writeFileSync(
      join(folder, `${name.toLowerCase().replace(/\W+/g, '-')}-${screen}.png`),
      await driver.screenshot(),
    );
  };
  try {
    const walk = await walkApp(driver, { url: app.url, picture, keepScreen });
    if (name === 'Chromium') reference = walk;
    if (reference === null) throw new Error('Chromium, the reference, gave nothing to compare with.');
    console.log(describeWalk(walk));
    return { engine: name, version: driver.version, ...judge(walk, reference) };
  } catch (error) {
    await keepScreen('failed').catch((second: unknown) => console.log(`No picture: ${String(second)}`));
    throw error;
  } finally {
    await driver.close();
  }
}

function judge(walk: Walk, chromium: Walk): Row {
  const problems = judgeWalk(walk, chromium);
  if (problems.length > 0) isGood = false;
  return {
    backend: walk.backend,
    'ms a picture': walk.milliseconds.toFixed(0),
    isolated: walk.isIsolated ? 'yes' : 'NO',
    verdict: walk.verdict,
    'largest difference': largestDifference(walk, chromium).toFixed(4),
    result: problems.length === 0 ? 'passed' : `FAILED: ${problems.join('; ')}`,
  };
}

function describeWalk({ probabilities, provenance }: Walk): string {
  const labels = Object.entries(probabilities).map(([label, value]) => `${label} ${value.toFixed(4)}`);
  const made = Object.entries(provenance).map(([term, value]) => `${term}: ${value}`);
  return `  ${labels.join(', ')}\n  ${made.join('\n  ')}`;
}
