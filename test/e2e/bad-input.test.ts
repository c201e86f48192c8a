import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choosePictures, type OpenedApp, openApp, waitUntilReady } from './open-app.ts';
import { phantomPicture } from './phantom-picture.ts';
import { colourPhoto, drawnPicture, type PictureFile, plainPicture, recode } from './pictures.ts';

let app: OpenedApp;

beforeAll(async () => {
  app = await openApp();
  await waitUntilReady(app.page);
});

afterAll(() => app.context.close());

/** Chooses one bad file and returns what the app says about it. */
async function sayAbout(file: PictureFile): Promise<string> {
  await app.page.goto(`${app.url}#/scan`);
  await choosePictures(app.page, [file]);
  const alert = app.page.getByRole('alert').last();
  await alert.waitFor();
  return alert.innerText();
}

/** The verdict, and the size that only an upright picture has. */
function summaryOf(text: string): (string | undefined)[] {
  const verdict = /(Optimal|Artefact|Incorrect \w+|Wrong|No verdict)[^\n]*/.exec(text)?.[0];
  return [verdict, /\d+ × \d+/.exec(text)?.[0]];
}

/** Chooses one picture that opens, and returns the result screen's words. */
async function verdictOn(file: PictureFile): Promise<string> {
  await app.page.goto(`${app.url}#/scan`);
  await choosePictures(app.page, [file]);
  await app.page.waitForURL(/#\/examination\//);
  await app.page.getByText('Details and provenance').click();
  await app.page.getByText('Analysed size').waitFor();
  return app.page.locator('main').innerText();
}

describe('files that are no good picture', () => {
  it('names a file that is no image, and what to choose', async () => {
    const text = await sayAbout({
      name: 'notes.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('left kidney'),
    });
    expect(text).toContain('“notes.txt” is not a picture');
    expect(text).toContain('Choose a JPEG, PNG');
  });

  it('names an empty file', async () => {
    const text = await sayAbout({ name: 'empty.png', mimeType: 'image/png', buffer: Buffer.alloc(0) });
    expect(text).toContain('“empty.png” is an empty file');
  });

  it('names a truncated file', async () => {
    const whole = await drawnPicture('cut.png');
    const buffer = whole.buffer.subarray(0, Math.floor(whole.buffer.length / 2));
    expect(await sayAbout({ ...whole, buffer })).toContain('“cut.png” is damaged or cut short');
  });

  it('names a JPEG that lost only its end, which decoders would show with a grey rest', async () => {
    const jpeg = { name: 'cut.jpg', mimeType: 'image/jpeg' };
    const whole = await recode(await drawnPicture(), jpeg, (image) => image.jpeg({ quality: 90 }));
    const buffer = whole.buffer.subarray(0, Math.floor(whole.buffer.length * 0.9));
    expect(await sayAbout({ ...whole, buffer })).toContain('“cut.jpg” is damaged or cut short');
  });

  it('refuses a 100-megapixel picture before decoding it', async () => {
    const buffer = await sharp({ create: { width: 10_000, height: 10_000, channels: 3, background: '#345' } })
      .jpeg()
      .toBuffer();
    const text = await sayAbout({ name: 'huge.jpg', mimeType: 'image/jpeg', buffer });
    expect(text).toContain('“huge.jpg” is too large');
  });

  it('goes on with the good ones among bad ones', async () => {
    await app.page.goto(`${app.url}#/scan`);
    const bad = { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('x') };
    await choosePictures(app.page, [bad, await drawnPicture('a.png', 2), await drawnPicture('b.png', 3)]);
    await app.page.getByText('3 pictures checked').waitFor();
    expect(await app.page.locator('main a[href*="examination"]').count()).toBe(2);
  });
});

describe('pictures that are not ultrasound', () => {
  it.each(['#000', '#fff', '#5a5a5a', '#c03030'])(
    'gives no verdict on a picture of one colour, %s',
    async (colour) => {
      const text = await verdictOn(await plainPicture(colour));
      expect(text).toContain('No verdict');
      expect(text).toContain('all one brightness');
    },
  );

  it('gives no verdict on a colour photograph', async () => {
    const text = await verdictOn(await colourPhoto());
    expect(text).toContain('No verdict');
    expect(text).toContain('does not look like ultrasound');
  });
});

describe('encodings', () => {
  it('reads 16-bit, grey with alpha, and rotated pictures like the plain one', async () => {
    // A verdict that is far from any mark: JPEG and turning move pixels by a little.
    const plain = await phantomPicture('plain.png', { seed: 21, machine: { gainDb: -18 } });
    const expected = summaryOf(await verdictOn(plain));
    const png = { name: 'other.png', mimeType: 'image/png' };
    const jpeg = { name: 'turned.jpg', mimeType: 'image/jpeg' };
    const others = [
      await recode(plain, png, (image) => image.toColourspace('grey16').png()),
      await recode(plain, png, (image) => image.ensureAlpha().toColourspace('b-w').png()),
      await recode(plain, jpeg, (image) =>
        image.rotate(-90).withMetadata({ orientation: 6 }).jpeg({ quality: 95 }),
      ),
    ];
    for (const other of others) expect(summaryOf(await verdictOn(other))).toEqual(expected);
  });

  it('looks at the first frame of an animated GIF, and says so', async () => {
    const frame = await sharp((await drawnPicture()).buffer)
      .resize(320, 240)
      .greyscale()
      .raw()
      .toBuffer();
    const raw = { width: 320, height: 480, channels: 1, pageHeight: 240 } as const;
    const buffer = await sharp(Buffer.concat([frame, frame.map((grey) => 255 - grey)]), { raw })
      .gif({ delay: [80, 80] })
      .toBuffer();
    await verdictOn({ name: 'loop.gif', mimeType: 'image/gif', buffer });
    expect(await app.page.locator('main').innerText()).toContain('only its first frame was judged');
  });
});

it('wrote no error to the console', () => {
  expect(app.errors).toEqual([]);
});
