import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { go, hashOf, labRooms, parseRoute, type Route, route } from '../../src/route.ts';

const routes = fc.oneof(
  fc.constantFrom<Route>(
    { place: 'scan' },
    { place: 'camera' },
    { place: 'clip' },
    { place: 'history' },
    { place: 'settings' },
  ),
  fc.string({ minLength: 1 }).map((id): Route => ({ place: 'examination', id })),
  fc.string({ minLength: 1 }).map((pseudonym): Route => ({ place: 'trend', pseudonym })),
  fc
    .tuple(fc.string({ minLength: 1 }), fc.constantFrom('measure' as const, 'outline' as const))
    .map(([id, part]): Route => ({ place: 'examination', id, part })),
  fc
    .tuple(fc.string({ minLength: 1 }), fc.boolean())
    .map(([project, page]): Route => ({ place: 'annotate', project, page })),
  fc.constantFrom(null, ...labRooms).map((room): Route => ({ place: 'lab', room })),
  // A model may be called like a room.
  fc
    .oneof(fc.string({ minLength: 1 }), fc.constantFrom(...labRooms))
    .map((name): Route => ({ place: 'model', name })),
);

describe('addresses', () => {
  it('lead back to the place they were made from', () => {
    fc.assert(
      fc.property(routes, (made) => {
        expect(parseRoute(hashOf(made))).toEqual(made);
      }),
    );
  });

  it('that mean nothing lead to Scan, and never throw', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parseRoute(`#/${text}`)).toHaveProperty('place');
      }),
    );
    expect(parseRoute('#/examination/')).toEqual({ place: 'scan' });
    expect(parseRoute('#/patient-trend/')).toEqual({ place: 'scan' });
    expect(parseRoute('#/%E0%A4%A')).toEqual({ place: 'scan' });
  });

  it('going somewhere changes the route, and back returns', async () => {
    go({ place: 'history' });
    await expect.poll(() => route.value).toEqual({ place: 'history' });
    go({ place: 'model', name: 'kidney-view' });
    await expect.poll(() => route.value).toEqual({ place: 'model', name: 'kidney-view' });
    history.back();
    await expect.poll(() => route.value).toEqual({ place: 'history' });
  });
});
