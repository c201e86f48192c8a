import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { sniffImage } from '../../../src/frame/sniff-image.ts';

const picture = sharp({ create: { width: 60, height: 40, channels: 3, background: '#456' } });
const formats = {
  'image/png': () => picture.clone().png().toBuffer(),
  'image/jpeg': () => picture.clone().jpeg().toBuffer(),
  'image/webp': () => picture.clone().webp().toBuffer(),
  'image/gif': () => picture.clone().gif().toBuffer(),
};

describe.each(Object.entries(formats))('%s', (type, make) => {
  it('is known by its bytes, with its size', async () => {
    expect(sniffImage(await make())).toEqual({ type, pixels: 2400, isCutShort: false, isAnimated: false });
  });

  it('is noticed when cut short anywhere behind its header', async () => {
    const bytes = await make();
    for (const share of [0.6, 0.8, 0.95]) {
      expect(sniffImage(bytes.subarray(0, Math.floor(bytes.length * share))).isCutShort).toBe(true);
    }
  });
});

describe('sniffing', () => {
  it('tells an animated GIF from a still one', async () => {
    const pages = sharp(Buffer.alloc(60 * 80 * 3).fill(90, 7200), {
      raw: { width: 60, height: 80, channels: 3, pageHeight: 40 },
    });
    expect(sniffImage(await pages.gif({ delay: [100, 100] }).toBuffer()).isAnimated).toBe(true);
  });

  it('reads the size of a huge picture without decoding it', async () => {
    const bytes = await sharp({ create: { width: 10_000, height: 10_000, channels: 3, background: '#000' } })
      .png()
      .toBuffer();
    expect(sniffImage(bytes).pixels).toBe(100_000_000);
  });

  it('knows a text for no image', () => {
    expect(sniffImage(new TextEncoder().encode('kidney,left\n1,2')).type).toBeNull();
  });

  it('never throws, whatever the bytes', () => {
    const heads = [
      [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10],
      [0xff, 0xd8, 0xff],
      [71, 73, 70, 56],
      [66, 77],
      [],
    ];
    fc.assert(
      fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 300 }), (head, tail) => {
        sniffImage(new Uint8Array([...head, ...tail]));
      }),
    );
  });
});
