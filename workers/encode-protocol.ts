import type { Picture } from './protocol.ts';

/** What can be asked of the worker that turns live pictures into files. */
export interface EncodeRequests {
  /** A JPEG of the picture, which is transferred and used up. */
  encode: { args: { readonly picture: Picture }; result: Blob };
}
