import { readdirSync, readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { choosePictures, type OpenedApp, openApp, waitUntilReady } from './open-app.ts';
import { drawnPicture, type PictureFile } from './pictures.ts';

let app: OpenedApp;

beforeAll(async () => {
  app = await openApp();
  await waitUntilReady(app.page);
});

beforeEach(async () => {
  await app.page.goto(`${app.url}#/lab/models`);
  await app.page.getByRole('heading', { name: 'Models' }).waitFor();
});

afterAll(() => app.context.close());

type Files = Record<string, Uint8Array>;
type Json = Record<string, unknown>;

/** A shipped package as a zip, after a change to its card or files. */
function packageZip(change: (card: Json, files: Files) => void, name = 'kidney-view'): PictureFile {
  const root = `models/${name}`;
  const files: Files = Object.fromEntries(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'))
      .map((path) => [path.slice(root.length + 1), new Uint8Array(readFileSync(path))]),
  );
  const card = JSON.parse(readFileSync(`${root}/card.json`, 'utf8')) as Json;
  change(card, files);
  files['card.json'] = new TextEncoder().encode(JSON.stringify(card));
  return {
    name: 'package.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from(zipSync(files, { level: 0 })),
  };
}

async function importPackage(file: PictureFile): Promise<void> {
  await app.page.locator('input[accept*=zip]').setInputFiles(file);
}

it('lists the models that came with the app, checked on this device, and what each does', async () => {
  for (const name of ['kidney-view', 'kidney-crop', 'tissue-layers']) {
    await app.page.getByText(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ · Came with the app$`)).waitFor();
  }
  const jobs = await app.page.locator('main section li').allInnerTexts();
  expect(jobs.map((text) => text.replaceAll(/\s+/g, ' '))).toEqual([
    'Judges views In use',
    'Screens for findings In use',
    'Estimates function In use',
    'Reads the layers of a limb',
  ]);
});

it.each(['kidney-view', 'kidney-crop', 'tissue-layers'])(
  'shows the card of %s with figures, reliability, robustness and limits',
  async (name) => {
    await app.page.goto(`${app.url}#/lab/${name}`);
    await app.page.getByRole('table').first().waitFor();
    expect(await app.page.getByRole('row').count()).toBeGreaterThan(2);
    await app.page.getByText('What it must not be used for').waitFor();
    await app.page.getByText('Does a probability mean what it says?').waitFor();
    await app.page.getByText('When the picture is worse').waitFor();
    await app.page.goBack();
  },
);

it('imports a package, uses it, and goes back', async () => {
  await importPackage(
    packageZip((card) => {
      card.name = 'clinic-view';
      card.title = 'A clinic’s own';
    }),
  );
  await app.page.getByRole('heading', { name: 'A clinic’s own' }).waitFor();
  await app.page.getByRole('button', { name: 'Use for views' }).first().click();
  await app.page.waitForFunction(() => document.querySelectorAll('main section').length > 2);
  await app.page.goto(`${app.url}#/scan`);
  await choosePictures(app.page, [await drawnPicture()]);
  await app.page.waitForURL(/#\/examination\//);
  await app.page.getByText('Details and provenance').click();
  await app.page.locator('dd', { hasText: /^clinic-view / }).waitFor();
  await app.page.goto(`${app.url}#/lab/models`);
  await app.page.getByRole('button', { name: 'Remove' }).click();
  await app.page.getByRole('heading', { name: 'A clinic’s own' }).waitFor({ state: 'detached' });
  await app.page.getByText('In use').first().waitFor();
});

it('gives an imported model one job of two, and takes it back when the model is removed', async () => {
  await importPackage(
    packageZip((card) => {
      card.name = 'clinic-crop';
      card.title = 'Of a clinic';
    }, 'kidney-crop'),
  );
  const tile = app.page.locator('section', { has: app.page.getByRole('heading', { name: 'Of a clinic' }) });
  await tile.getByRole('button', { name: 'Use for findings' }).click();
  await tile.getByText('In use').waitFor();
  expect(await tile.getByRole('button', { name: /^Use for/ }).allInnerTexts()).toEqual(['Use for function']);
  await app.page.reload();
  await tile.getByText('In use').waitFor();
  await tile.getByRole('button', { name: 'Remove' }).click();
  await tile.waitFor({ state: 'detached' });
  expect(await app.page.getByText('In use').count()).toBe(3);
});

it('refuses a package whose weights were changed', async () => {
  await importPackage(
    packageZip((card, files) => {
      card.name = 'changed';
      files['weights.bin']?.fill(0, 1000, 1010);
    }),
  );
  await app.page.getByText('fingerprint of this model package does not match').waitFor();
});

it('refuses a package that does not keep its promises', async () => {
  await importPackage(
    packageZip((card) => {
      card.name = 'boaster';
      const [golden] = card.golden as { outputs: Record<string, number[]> }[];
      const [tensor] = Object.keys(golden?.outputs ?? {});
      if (golden && tensor !== undefined)
        golden.outputs[tensor] = golden.outputs[tensor]?.map((n) => n + 3) ?? [];
    }),
  );
  await app.page.getByText('does not give the results that its card promises').waitFor();
});

it('refuses a file that is no package, and changes nothing', async () => {
  await importPackage({ name: 'x.zip', mimeType: 'application/zip', buffer: Buffer.from('nothing') });
  await app.page.getByText('This model package cannot be read').waitFor();
  await app.page.getByText('In use').first().waitFor();
});
