/** Pictures are shown and kept at most this long; scanners save 1,024 to 1,280. */
export const longestSide = 2048;

/** The same picture no longer than `longestSide`; a longer one is closed. */
export async function shrinkBitmap(bitmap: ImageBitmap): Promise<ImageBitmap> {
  const scale = longestSide / Math.max(bitmap.width, bitmap.height);
  if (scale >= 1) return bitmap;
  const smaller = await createImageBitmap(bitmap, {
    resizeWidth: Math.max(1, Math.round(bitmap.width * scale)),
    resizeHeight: Math.max(1, Math.round(bitmap.height * scale)),
    resizeQuality: 'high',
  });
  bitmap.close();
  return smaller;
}
