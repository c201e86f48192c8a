import { type InputVideoTrack, type VideoSample, VideoSampleSink } from 'mediabunny';
import { Failure } from '../failure.ts';
import type { ListedFrame } from './open-video.ts';

/** Timestamps pass through whole microseconds on their way through the decoder. */
const toleranceS = 2e-6;
/** Jumping decodes from the last key frame on; a few frames further it is quicker to go on. */
const nearFrames = 8;
/** Decoders may stall for ever on a damaged file; a slow phone needs a second or two. */
const patienceMs = 30_000;

interface Options {
  readonly size: { readonly width: number; readonly height: number };
  /** In order of time. */
  readonly listed: readonly ListedFrame[];
}

/**
 * Decoded frames by their index. One decoder runs on while frames are read in order, and a few frames ahead; going
 * back, or far ahead, starts it anew at the key frame before.
 */
export class VideoFrames {
  private readonly sink: VideoSampleSink;
  private readonly canvas: OffscreenCanvas;
  private samples: AsyncGenerator<VideoSample, void> | null = null;
  /** Decoded, of a time after what was asked for. */
  private ahead: VideoSample | null = null;
  private next = 0;
  /** Reads follow each other: the decoder can be at one place only. */
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    track: InputVideoTrack,
    private readonly options: Options,
  ) {
    this.sink = new VideoSampleSink(track);
    this.canvas = new OffscreenCanvas(options.size.width, options.size.height);
  }

  /** One frame, upright and in the clip's size. @throws what the decoder throws; Failure `video-damaged` */
  read(index: number): Promise<ImageBitmap> {
    const reading = this.queue.then(() => this.readNow(index));
    this.queue = reading.catch(() => undefined);
    return reading;
  }

  close(): void {
    this.rewind();
  }

  private async readNow(index: number): Promise<ImageBitmap> {
    const frame = this.options.listed[index];
    if (frame === undefined) throw new Failure('unexpected', `no frame ${index}`);
    if (this.samples === null || this.isFar(index)) {
      this.rewind();
      this.samples = this.sink.samples(frame.atS);
    }
    try {
      const sample = await this.find(this.samples, frame.atS);
      this.next = index + 1;
      return this.draw(sample);
    } catch (thrown) {
      // What broke the decoder must not break the next read.
      this.rewind();
      throw thrown;
    }
  }

  private isFar(index: number): boolean {
    if (index < this.next) return true;
    if (index - this.next <= nearFrames) return false;
    return this.options.listed.slice(this.next + 1, index + 1).some(({ isKey }) => isKey);
  }

  /** The frame of that time; the one after where the decoder gives none (damage, or a frame that is not shown). */
  private async find(samples: AsyncGenerator<VideoSample, void>, atS: number): Promise<VideoSample> {
    for (;;) {
      const sample = this.ahead ?? (await patiently(samples.next())).value;
      this.ahead = null;
      if (!sample) throw new Failure('video-damaged', 'no frame at its time');
      if (sample.timestamp >= atS - toleranceS) {
        if (sample.timestamp > atS + toleranceS) this.ahead = sample;
        return sample;
      }
      sample.close();
    }
  }

  private draw(sample: VideoSample): ImageBitmap {
    const { width, height } = this.options.size;
    const context = this.canvas.getContext('2d', { alpha: false });
    if (context === null) throw new Failure('unexpected', 'no 2d canvas');
    context.imageSmoothingQuality = 'high';
    sample.draw(context, 0, 0, width, height);
    if (sample !== this.ahead) sample.close();
    return this.canvas.transferToImageBitmap();
  }

  private rewind(): void {
    this.ahead?.close();
    this.ahead = null;
    void this.samples?.return();
    this.samples = null;
  }
}

/** @throws Failure `timed-out` */
async function patiently<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Failure('timed-out', 'the decoder')), patienceMs);
  });
  return Promise.race([work, tooLate]).finally(() => clearTimeout(timer));
}
