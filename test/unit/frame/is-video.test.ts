import { expect, it } from 'vitest';
import { isVideo } from '../../../src/frame/is-video.ts';

const box = (type: string, brand: string) => `\0\0\0\x20${type}${brand}`;
const bytesOf = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

it.each([
  { what: 'an MP4 without a name', start: box('ftyp', 'isom'), name: '', type: '', expected: true },
  { what: 'a MOV', start: box('ftyp', 'qt  '), name: 'a.mov', type: 'video/quicktime', expected: true },
  { what: 'an old MOV', start: box('moov', '....'), name: 'a', type: '', expected: true },
  { what: 'a WebM', start: '\x1a\x45\xdf\xa3........', name: 'a', type: '', expected: true },
  {
    what: 'an AVI, to be told that it cannot be opened',
    start: 'RIFF....AVI ',
    name: 'a.avi',
    type: 'video/x-msvideo',
    expected: true,
  },
  {
    what: 'an empty file that says it is a video',
    start: '',
    name: 'a.mp4',
    type: 'video/mp4',
    expected: true,
  },
  { what: 'a video by its name alone', start: 'xxxx', name: 'A.MPG', type: '', expected: true },
  {
    what: 'an AVIF picture',
    start: box('ftyp', 'avif'),
    name: 'a.avif',
    type: 'image/avif',
    expected: false,
  },
  { what: 'a HEIC picture', start: box('ftyp', 'heic'), name: 'a.heic', type: 'image/heic', expected: false },
  { what: 'a PNG', start: '\x89PNG\r\n\x1a\n', name: 'a.png', type: 'image/png', expected: false },
  {
    what: 'a picture whose name lies',
    start: '\xff\xd8\xff',
    name: 'a.mp4',
    type: 'image/jpeg',
    expected: false,
  },
])('$what', async ({ start, name, type, expected }) => {
  expect(await isVideo(new File([bytesOf(start)], name, { type }))).toBe(expected);
});

it('a file that cannot be read is left to whoever opens it', async () => {
  const file = new File(['x'], 'a.png', { type: 'image/png' });
  file.slice = () => {
    throw new DOMException('gone', 'NotReadableError');
  };
  expect(await isVideo(file)).toBe(false);
});
