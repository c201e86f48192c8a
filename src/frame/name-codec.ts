import type { InputVideoTrack } from 'mediabunny';

/** Names that people find in their scanner's or phone's settings. */
const names: Readonly<Record<string, string>> = {
  avc: 'H.264',
  hevc: 'HEVC (H.265)',
  vp8: 'VP8',
  vp9: 'VP9',
  av1: 'AV1',
  prores: 'ProRes',
  // What the library does not know, by the container's own names.
  mp4v: 'MPEG-4 Part 2',
  'V_MPEG4/ISO/ASP': 'MPEG-4 Part 2',
  jpeg: 'Motion JPEG',
  mjpa: 'Motion JPEG',
  mjpb: 'Motion JPEG',
  V_MJPEG: 'Motion JPEG',
  V_MPEG1: 'MPEG-1',
  V_MPEG2: 'MPEG-2',
};

/** The name of a track's codec for people; what nobody knows is told as the file names it. */
export async function nameCodec(track: InputVideoTrack): Promise<string> {
  const id = (await track.getCodec()) ?? (await track.getInternalCodecId());
  const text = typeof id === 'string' ? id : '';
  // The file's own words: nothing but plain characters, and few.
  const plain = text.replaceAll(/[^\w./ -]/g, '').slice(0, 20);
  return names[text] ?? (plain === '' ? 'unknown' : plain);
}
