import {
  BlobSource,
  EncodedPacketSink,
  Input,
  type InputVideoTrack,
  MATROSKA,
  MP4,
  QTFF,
  UnsupportedInputFormatError,
  WEBM,
} from 'mediabunny';
import { Failure } from '../failure.ts';
import type { Clip } from './clip.ts';
import { nameCodec } from './name-codec.ts';
import { VideoFrames } from './video-frames.ts';

/** As for pictures: shown and analysed no larger; scanners export 640 to 1,920. */
const longestSide = 2048;
/** Decoding 8K fills the memory of a tablet. */
const largestPixels = 4096 * 2304;
/** Ten minutes at 30 frames a second; each checked frame is remembered. */
const mostFrames = 18_000;

/** A frame as the file lists it. */
export interface ListedFrame {
  /** Seconds, on the file's own clock. */
  readonly atS: number;
  /** Whether it can be decoded without the frames before it. */
  readonly isKey: boolean;
}

/**
 * Opens a video file (MP4, MOV, WebM, Matroska): its frames are listed and the first is decoded.
 * @throws Failure `not-a-video`, `video-damaged`, `video-without-pictures` or `video-too-large` with the file's name
 *   as detail, `video-codec` with the codec's name
 */
export async function openVideo(file: File): Promise<Clip> {
  const input = new Input({ formats: [MP4, QTFF, WEBM, MATROSKA], source: new BlobSource(file) });
  try {
    return await open(input, file.name);
  } catch (thrown) {
    input.dispose();
    throw toVideoFailure(thrown, file.name);
  }
}

async function open(input: Input, name: string): Promise<Clip> {
  const track = await input.getPrimaryVideoTrack();
  if (track === null) {
    // A file that ends before its list of tracks has none.
    const isEmpty = (await input.getTracks()).length === 0;
    throw new Failure(isEmpty ? 'video-damaged' : 'video-without-pictures', name);
  }
  if (!(await track.canDecode())) throw new Failure('video-codec', await nameCodec(track));
  const size = await chooseSize(track, name);
  const listed = await listFrames(track, name);
  const frames = new VideoFrames(track, { size, listed });
  // A decoder may refuse what it said it could decode; that is told now rather than at some frame.
  (await frames.read(0)).close();
  const [first] = listed;
  return {
    name,
    origin: 'video',
    ...size,
    timesMs: listed.map(({ atS }) => (atS - (first?.atS ?? 0)) * 1000),
    calibrationOf: () => null,
    isIdentifying: false,
    read: (index) =>
      frames.read(index).catch((thrown: unknown) => {
        throw toVideoFailure(thrown, name);
      }),
    close: () => {
      frames.close();
      input.dispose();
    },
  };
}

/** The upright size in square pixels, no longer than the longest side. */
async function chooseSize(track: InputVideoTrack, name: string): Promise<{ width: number; height: number }> {
  const [width, height] = [await track.getDisplayWidth(), await track.getDisplayHeight()];
  const coded = (await track.getCodedWidth()) * (await track.getCodedHeight());
  if (Math.max(coded, width * height) > largestPixels) throw new Failure('video-too-large', name);
  const scale = Math.min(1, longestSide / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/**
 * The frames that can be shown, in order of time. Left out are those that the file's edit list cuts away, and those
 * before the first that can be decoded by itself.
 */
async function listFrames(track: InputVideoTrack, name: string): Promise<readonly ListedFrame[]> {
  const sink = new EncodedPacketSink(track);
  const found: ListedFrame[] = [];
  for await (const packet of sink.packets(undefined, undefined, { metadataOnly: true })) {
    if (packet.timestamp + packet.duration <= 0 && packet.timestamp < 0) continue;
    found.push({ atS: packet.timestamp, isKey: packet.type === 'key' });
    if (found.length > mostFrames) throw new Failure('video-too-large', name);
  }
  const sorted = found
    .toSorted((a, b) => a.atS - b.atS)
    .filter(({ atS }, i, all) => i === 0 || atS > (all[i - 1]?.atS ?? 0));
  const start = sorted.findIndex(({ isKey }) => isKey);
  // What is listed and not there was cut off on its way here.
  if (start < 0 || (await sink.getPacket(Number.POSITIVE_INFINITY)) === null)
    throw new Failure('video-damaged', name);
  return sorted.slice(start);
}

function toVideoFailure(thrown: unknown, name: string): Failure {
  if (thrown instanceof Failure) return thrown;
  // The library and the browser's decoder throw many things at a file that is not whole.
  return new Failure(thrown instanceof UnsupportedInputFormatError ? 'not-a-video' : 'video-damaged', name);
}
