import * as v from 'valibot';

/** Lower-case words joined by hyphens. */
export const name = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens'),
);
/** Major, minor, patch. */
export const semver = v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/));
/** In hexadecimal. */
export const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
/** Where a file lies in its package. */
export const path = v.pipe(
  v.string(),
  v.regex(/^[\w-]+(\/[\w-]+)*(\.[\w]+)+$/, 'a relative path without dots in folders'),
);
/** 0 to 1. */
export const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
/** A count of at least one. */
export const size = v.pipe(v.number(), v.integer(), v.minValue(1));
