import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseVideo } from './clip-page.ts';
import { choosePictures, type OpenedApp, openApp, waitUntilReady } from './open-app.ts';
import { phantomClip } from './phantom-clip.ts';
import { drawnPicture, type PictureFile } from './pictures.ts';

let app: OpenedApp;
let sweep: PictureFile;

beforeAll(async () => {
  app = await openApp();
  await waitUntilReady(app.page);
  const pictures = [{ seed: 11, slideCm: 6 }];
  sweep = await phantomClip(app.page, { name: 'sweep.webm', pictures, framesEach: 3, frameMs: 80 });
});

afterAll(() => app.context.close());

describe('a clip that cannot be shown', () => {
  it('says so after a reload, and offers to open one', async () => {
    await chooseVideo(app, sweep);
    await app.page.getByText('Incorrect position', { exact: true }).waitFor();
    await app.page.reload();
    await app.page.getByText('No clip is open.').waitFor();
    await app.page.getByRole('button', { name: 'Choose a video' }).waitFor();
    await app.page.locator('main input[type=file]').setInputFiles(sweep);
    await app.page.getByText('Frame 1 of 3, 0.0 s').waitFor();
  });

  it('names a video that was cut off, and one that is none', async () => {
    await chooseVideo(app, { ...sweep, name: 'cut.webm', buffer: sweep.buffer.subarray(0, 200) });
    await app.page.getByText('“cut.webm” is damaged or cut short.').waitFor();
    await chooseVideo(app, {
      name: 'film.avi',
      mimeType: 'video/x-msvideo',
      buffer: Buffer.from('RIFF    AVI LIST'),
    });
    await app.page.getByText('“film.avi” is not a video this app can open.').waitFor();
  });

  it('is asked for alone when it comes among pictures, which are checked', async () => {
    await app.page.goto(`${app.url}#/scan`);
    await choosePictures(app.page, [await drawnPicture('one.png'), sweep]);
    await app.page.getByText('2 pictures checked').waitFor();
    await app.page.getByText('“sweep.webm” is a video. Videos are opened one at a time.').waitFor();
    expect(app.errors).toEqual([]);
  });
});
