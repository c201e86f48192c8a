import fc from 'fast-check';
import { expect, it } from 'vitest';
import { joinPictures, splitPictures } from '../../../src/history/stored-clip.ts';
import { thinMoments } from '../../../src/history/thin-moments.ts';

it('pictures that were joined come apart again, as they were', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ minLength: 1 })), async (pictures) => {
      const clip = joinPictures(pictures.map((bytes) => new Uint8Array(bytes).buffer));
      const parts = await Promise.all(splitPictures(clip).map((part) => part.arrayBuffer()));
      expect(parts.map((part) => [...new Uint8Array(part)])).toEqual(pictures.map((bytes) => [...bytes]));
      expect(splitPictures(clip).every(({ type }) => type === 'image/jpeg')).toBe(true);
    }),
  );
});

it('thins evenly, in order, with the first, the last and the best', () => {
  const wish = fc
    .record({ count: fc.integer({ min: 1, max: 2000 }), most: fc.integer({ min: 3, max: 300 }) })
    .chain(({ count, most }) =>
      fc.record({ count: fc.constant(count), most: fc.constant(most), kept: fc.nat(count - 1) }),
    );
  fc.assert(
    fc.property(wish, ({ count, most, kept }) => {
      const chosen = thinMoments(count, most, kept);
      expect(chosen).toHaveLength(Math.min(count, most));
      expect(chosen).toContain(kept);
      const steps = chosen.slice(1).map((at, i) => at - (chosen[i] ?? 0));
      expect(Math.min(1, ...steps)).toBe(1);
      // A place is off its own by half a step at most.
      expect(Math.max(0, ...steps)).toBeLessThanOrEqual(Math.ceil((count / (most - 1)) * 1.5) + 1);
      expect(chosen[0]).toBeLessThanOrEqual(count / most);
      expect(chosen.at(-1)).toBeGreaterThanOrEqual(count - 1 - count / most);
    }),
  );
});
