const videoEnding = /\.(mp4|m4v|mov|qt|webm|mkv|avi|mpe?g|wmv|3gp)$/i;
/** Pictures whose container is that of MP4. */
const pictureBrands = /^(avif|avis|heic|heix|mif1|msf1)$/;

/** Whether a file is a video, by its first bytes, else by what the device or its name says; also one that cannot be opened. */
export async function isVideo(file: File): Promise<boolean> {
  const text = await readStart(file);
  if (text.startsWith('\x1a\x45\xdf\xa3')) return true;
  if (text.slice(4, 8) === 'ftyp') return !pictureBrands.test(text.slice(8, 12));
  if (/^(moov|mdat|wide)$/.test(text.slice(4, 8))) return true;
  return file.type.startsWith('video/') || (file.type === '' && videoEnding.test(file.name));
}

async function readStart(file: File): Promise<string> {
  try {
    return new TextDecoder('latin1').decode(await file.slice(0, 12).arrayBuffer());
  } catch {
    // Whoever opens it tells that it cannot be read.
    return '';
  }
}
