/** The value below which `share` per cent of the sorted values lie, interpolated between neighbours as numpy does. */
export function percentile(sorted: ArrayLike<number>, share: number): number {
  const place = ((sorted.length - 1) * share) / 100;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}
