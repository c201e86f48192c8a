import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitPicture, keepInView, toPicture, toStage, zoomAt } from '../../../src/pixels/viewport.ts';

const size = fc.record({
  width: fc.integer({ min: 50, max: 4000 }),
  height: fc.integer({ min: 50, max: 4000 }),
});
const coordinate = fc.double({ min: -500, max: 4500, noNaN: true });
const point = fc.record({ x: coordinate, y: coordinate });
const factor = fc.double({ min: 0.1, max: 20, noNaN: true });

test('fitted, the whole picture is shown, centred, and touches two sides', () => {
  fc.assert(
    fc.property(size, size, (picture, stage) => {
      const view = fitPicture(picture, stage);
      const end = toStage(view, { x: picture.width, y: picture.height });
      expect(view.x + end.x).toBeCloseTo(stage.width, 6);
      expect(view.y + end.y).toBeCloseTo(stage.height, 6);
      expect(Math.min(view.x, view.y)).toBeCloseTo(0, 6);
      expect(Math.max(view.x, view.y)).toBeGreaterThanOrEqual(-1e-6);
    }),
  );
});

test('what lies under the finger stays there while zooming, and there and back is the same', () => {
  fc.assert(
    fc.property(fc.record({ picture: size, stage: size }), point, factor, ({ picture, stage }, at, by) => {
      const view = fitPicture(picture, stage);
      const under = toPicture(view, at);
      const moved = toStage(zoomAt(view, by, at), under);
      expect(moved.x).toBeCloseTo(at.x, 4);
      expect(moved.y).toBeCloseTo(at.y, 4);
    }),
  );
});

test('wherever it is pushed, some of the picture covers the middle, and it is never smaller than fitted', () => {
  fc.assert(
    fc.property(
      size,
      size,
      fc.record({ scale: factor, x: coordinate, y: coordinate }),
      (picture, stage, view) => {
        const kept = keepInView(view, picture, stage);
        const middle = toPicture(kept, { x: stage.width / 2, y: stage.height / 2 });
        expect(middle.x).toBeGreaterThanOrEqual(-1e-6);
        expect(middle.x).toBeLessThanOrEqual(picture.width + 1e-6);
        expect(middle.y).toBeGreaterThanOrEqual(-1e-6);
        expect(middle.y).toBeLessThanOrEqual(picture.height + 1e-6);
        expect(kept.scale).toBeGreaterThanOrEqual(fitPicture(picture, stage).scale * 0.999);
        const again = keepInView(kept, picture, stage);
        expect(again.x).toBeCloseTo(kept.x, 6);
        expect(again.scale).toBeCloseTo(kept.scale, 9);
      },
    ),
  );
});
