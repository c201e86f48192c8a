/**
 * Writes what the shipped models say of the prepared pictures, for the app to show before it has a model:
 *
 *     npx tsx training/write-demo.ts
 *
 * Run it after a training; a test fails while public/demo/cases.json is of other weights.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { encodeRecord } from '../src/history/record-json.ts';
import { preparedCases } from '../src/phantom/prepared-cases.ts';
import { openPackage, useWasm } from '../test/fixtures/open-package.ts';
import { proveModel } from '../workers/self-test.ts';
import { predictCase } from './demo/predict-case.ts';

await useWasm();
const view = await proveModel(await openPackage('kidney-view'));
const tissue = await proveModel(await openPackage('tissue-layers'));
const entries = [];
for (const one of preparedCases) entries.push([one.id, await predictCase({ view, tissue }, one)] as const);
await mkdir('public/demo', { recursive: true });
const json = encodeRecord(Object.fromEntries(entries));
await writeFile('public/demo/cases.json', `${json}\n`);
process.stdout.write(`${entries.length} cases, ${json.length} bytes\n`);
