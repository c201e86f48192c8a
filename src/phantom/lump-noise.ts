import { seededRandom } from './random.ts';

const side = 32;
const mask = side - 1;
const volume = smoothVolume();

/**
 * Smooth noise in three dimensions, mean 0 and standard deviation about 1: lumps of about two units, the same at
 * the same place, repeating after 32 units. It gives tissue its unevenness above the scale of speckle.
 */
export function lumpNoise(x: number, y: number, z: number): number {
  const [ix, iy, iz] = [Math.floor(x), Math.floor(y), Math.floor(z)];
  const [fx, fy, fz] = [x - ix, y - iy, z - iz];
  const [x0, x1] = [ix & mask, (ix + 1) & mask];
  const [y0, y1] = [(iy & mask) * side, ((iy + 1) & mask) * side];
  const [z0, z1] = [(iz & mask) * side * side, ((iz + 1) & mask) * side * side];
  const near = mix(
    mix(at(x0 + y0 + z0), at(x1 + y0 + z0), fx),
    mix(at(x0 + y1 + z0), at(x1 + y1 + z0), fx),
    fy,
  );
  const far = mix(
    mix(at(x0 + y0 + z1), at(x1 + y0 + z1), fx),
    mix(at(x0 + y1 + z1), at(x1 + y1 + z1), fx),
    fy,
  );
  return mix(near, far, fz);
}

function at(index: number): number {
  return volume[index] ?? 0;
}

function mix(a: number, b: number, share: number): number {
  return a + (b - a) * share;
}

/** White noise blurred once along each axis, so that linear interpolation between cells shows no lattice. */
function smoothVolume(): Float32Array {
  const random = seededRandom(20_261_121);
  let values = Float32Array.from({ length: side ** 3 }, () => random.normal(0, 1));
  for (const step of [1, side, side * side]) {
    const limit = step * side;
    values = values.map((value, i) => {
      const place = i % limit;
      const before = values[place >= step ? i - step : i - step + limit] ?? 0;
      const after = values[place < limit - step ? i + step : i + step - limit] ?? 0;
      return Math.SQRT1_2 * value + 0.5 * (before + after);
    });
  }
  return values;
}
