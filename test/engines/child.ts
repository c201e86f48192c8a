import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { patience } from './driver.ts';

/** A browser or driver that runs beside the script. */
export interface Child {
  /** Waits for a line of its output and returns the match. */
  readonly waitForOutput: (pattern: RegExp) => Promise<RegExpExecArray>;
  /** Ends it and everything it started. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts a program in a process group of its own, so that its children end with it, and with a folder of its own
 * for what it leaves behind: `{folder}` in the arguments.
 */
export function startChild(
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Child {
  const folder = mkdtempSync(join(tmpdir(), 'kidney-coach-engine-'));
  const filled = args.map((argument) => argument.replace('{folder}', folder));
  const env = { ...process.env, ...environment, TMPDIR: folder };
  const child = spawn(command, filled, { detached: true, stdio: ['ignore', 'pipe', 'pipe'], env });
  process.once('exit', () => signalGroup(child, 'SIGKILL'));
  let output = '';
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', (error) => {
      output += error.message;
      resolve();
    });
  });
  const collect = (chunk: Buffer): void => {
    output += chunk.toString();
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const stop = async (): Promise<void> => {
    signalGroup(child, 'SIGTERM');
    const late = setTimeout(() => signalGroup(child, 'SIGKILL'), 5000);
    await ended;
    clearTimeout(late);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  return { waitForOutput: (pattern) => waitForOutput(child, pattern, () => output), stop };
}

async function waitForOutput(
  child: ChildProcess,
  pattern: RegExp,
  read: () => string,
): Promise<RegExpExecArray> {
  const limit = Date.now() + patience;
  while (Date.now() < limit && child.exitCode === null) {
    const match = pattern.exec(read());
    if (match) return match;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${child.spawnfile} did not say ${pattern}:\n${read()}`);
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  process.kill(-child.pid, signal);
}

/** A TCP port of this machine that nothing listens on. */
export async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('This machine gave no free port.');
  return address.port;
}
