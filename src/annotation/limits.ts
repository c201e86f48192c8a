/** Pixels of the largest picture whose masks are read. */
export const mostPixels = 50_000_000;

/** Pixels at the edges of the most ragged mask that is outlined: beyond it is noise, which would take all memory. */
export const mostEdgePixels = 500_000;

/** Bytes of the largest annotation file that is read. */
export const mostBytes = 200_000_000;
