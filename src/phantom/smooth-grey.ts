/**
 * The picture filter after compression: binomial over three samples along and across the beam, in place. It takes
 * the grain that plain speckle has and shipped pictures have not.
 */
export function smoothGrey(grey: Float32Array, beams: number, passes: number): Float32Array {
  for (let pass = 0; pass < passes; pass += 1) {
    for (const step of [1, beams]) {
      // Beams at the sector's edges mix with the row beside them, too little to be seen.
      for (let lane = 0; lane < step; lane += 1) smoothLane(grey, lane, step);
    }
  }
  return grey;
}

function smoothLane(grey: Float32Array, lane: number, step: number): void {
  let before = grey[lane] ?? 0;
  for (let i = lane + step; i < grey.length - step; i += step) {
    const here = grey[i] ?? 0;
    grey[i] = 0.25 * before + 0.5 * here + 0.25 * (grey[i + step] ?? 0);
    before = here;
  }
}
