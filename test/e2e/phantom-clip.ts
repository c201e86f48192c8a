import { BufferTarget, EncodedPacket, EncodedVideoPacketSource, Output, WebMOutputFormat } from 'mediabunny';
import type { Page } from 'playwright-core';
import { type PhantomPicture, phantomPicture } from './phantom-picture.ts';
import type { PictureFile } from './pictures.ts';

/** A patient's pictures, each shown for so many frames. */
export interface PhantomClip {
  readonly name: string;
  readonly pictures: readonly PhantomPicture[];
  readonly framesEach: number;
  readonly frameMs: number;
}

interface Chunk {
  readonly isKey: boolean;
  readonly base64: string;
}

/** A simulated scan as a WebM file; the browser encodes it, so that the test needs nothing else. */
export async function phantomClip(page: Page, clip: PhantomClip): Promise<PictureFile> {
  const urls: string[] = [];
  for (const picture of clip.pictures) {
    const { buffer } = await phantomPicture('frame.png', picture);
    urls.push(buffer.toString('base64'));
  }
  const chunks = await page.evaluate(encodeInPage, { urls, framesEach: clip.framesEach });
  const target = new BufferTarget();
  const output = new Output({ format: new WebMOutputFormat(), target });
  const source = new EncodedVideoPacketSource('vp8');
  output.addVideoTrack(source);
  await output.start();
  for (const [i, { isKey, base64 }] of chunks.entries()) {
    const data = new Uint8Array(Buffer.from(base64, 'base64'));
    const [atS, lastsS] = [(i * clip.frameMs) / 1000, clip.frameMs / 1000];
    await source.add(new EncodedPacket(data, isKey ? 'key' : 'delta', atS, lastsS), {
      decoderConfig: { codec: 'vp8', codedWidth: 640, codedHeight: 480 },
    });
  }
  await output.finalize();
  return { name: clip.name, mimeType: 'video/webm', buffer: Buffer.from(target.buffer ?? new ArrayBuffer()) };
}

/** Runs in the page, so it can use nothing from here. */
async function encodeInPage(wish: { urls: readonly string[]; framesEach: number }): Promise<Chunk[]> {
  const chunks: Chunk[] = [];
  const encoder = new VideoEncoder({
    output(chunk) {
      const bytes = new Uint8Array(chunk.byteLength);
      chunk.copyTo(bytes);
      const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
      chunks.push({ isKey: chunk.type === 'key', base64: btoa(text) });
    },
    error(error) {
      throw error;
    },
  });
  encoder.configure({ codec: 'vp8', width: 640, height: 480, bitrate: 6e6, latencyMode: 'quality' });
  let at = 0;
  for (const base64 of wish.urls) {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    for (let i = 0; i < wish.framesEach; i++) {
      const frame = new VideoFrame(bitmap, { timestamp: at * 40_000 });
      encoder.encode(frame, { keyFrame: at % 20 === 0 });
      frame.close();
      at++;
    }
  }
  await encoder.flush();
  return chunks;
}
