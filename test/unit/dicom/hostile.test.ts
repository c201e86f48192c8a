import { beforeAll, describe, expect, it } from 'vitest';
import { Failure } from '../../../src/failure.ts';
import { listDirectory } from '../../../workers/dicom/list-directory.ts';
import { openFile } from '../../../workers/dicom/open-file.ts';
import { mutations, seededDraw } from '../../fixtures/mutate-dicom.ts';
import { readWasmFromDisk } from '../../fixtures/read-wasm-from-disk.ts';
import { smallDicoms } from '../../fixtures/small-dicoms.ts';

const { files, missing } = smallDicoms();
const reason =
  missing.length === 0 ? '' : ` — WITHOUT ${missing.join(', ')}: apt-get install dcmtk libgdcm-tools`;
const rounds = 10_000;
const patienceMs = 5000;
const mostMemory = 700e6;

beforeAll(readWasmFromDisk);

/** Opens a file and decodes its first and last frame: what came, `picture` or a failure's code. */
async function look(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  try {
    const file = await openFile(new Blob([bytes]));
    await file.loadCodec();
    const { width, height, timesMs } = file.about;
    for (const index of new Set([0, timesMs.length - 1])) {
      const { data } = await file.frame(index);
      if (data.length !== width * height * 4) return 'a picture of the wrong size';
    }
    return 'picture';
  } catch (thrown) {
    return thrown instanceof Failure ? thrown.code : `thrown: ${thrown}`;
  }
}

describe(`hostile DICOM${reason}`, () => {
  it.each([...files])('%s is a good file to begin with', async (_name, bytes) => {
    expect(await look(bytes)).toBe('picture');
  });

  it(`survives ${rounds} mutations: always a picture or a Failure, none over 5 s, no memory blow-up`, async () => {
    const draw = seededDraw(20_261_125);
    const names = [...files.keys()];
    const kinds = Object.entries(mutations);
    const outcomes = new Map<string, number>();
    let slowest = 0;
    const before = process.memoryUsage.rss();
    for (let round = 0; round < rounds; round++) {
      const name = names[round % names.length] ?? '';
      const [kind, mutate] = kinds[Math.floor(round / names.length) % kinds.length] ?? ['', (bytes) => bytes];
      const bytes = mutate(files.get(name) ?? new Uint8Array(), draw);
      const start = performance.now();
      const outcome = await look(bytes);
      const took = performance.now() - start;
      slowest = Math.max(slowest, took);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      expect(outcome, `round ${round}: ${name}, ${kind}`).toMatch(
        /^(picture|dicom-[\w-]+|not-dicom|image-empty)$/,
      );
      expect(took, `round ${round}: ${name}, ${kind}`).toBeLessThan(patienceMs);
    }
    process.stdout.write(
      `slowest ${slowest.toFixed(0)} ms, ${JSON.stringify(Object.fromEntries(outcomes))}\n`,
    );
    expect(process.memoryUsage.rss() - before).toBeLessThan(mostMemory);
    expect(outcomes.size).toBeGreaterThan(4);
  }, 180_000);

  it('lists a directory of whatever bytes, or says why not', async () => {
    const draw = seededDraw(7);
    const bytes = files.get('uncompressed') ?? new Uint8Array();
    for (const mutate of Object.values(mutations)) {
      const listed = await listDirectory(new Blob([mutate(bytes, draw)])).catch((thrown: unknown) => thrown);
      expect(listed instanceof Failure || Array.isArray(listed)).toBe(true);
    }
  });
});
