/** Pixels of the largest picture whose masks are read. */
export const mostPixels = 50_000_000;

/** Bytes of the largest annotation file that is read. */
export const mostBytes = 200_000_000;
