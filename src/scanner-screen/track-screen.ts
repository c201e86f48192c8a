import type { GreyImage } from '../pixels/grey-image.ts';
import { shrinkImage } from '../pixels/shrink-image.ts';
import { type FoundScreen, findScreen, judgeSize, leastConfidence, scaleQuad } from './find-screen.ts';
import { scoreQuad, sureness } from './judge-quad.ts';
import { cornerDistance, type Quad } from './quad.ts';
import { refineSides } from './refine-sides.ts';

/** A hand that holds a tablet moves the screen less than this from one picture to the next, share of the width. */
const mostMove = 0.011;
/** Movement below this, share of the width, is mostly trembling of the measurement … */
const tremble = 0.004;
/** … of which so much is believed at once. */
const leastBelief = 0.25;
/** So many pictures in a row may fail before the screen is gone. */
const mostMisses = 4;
/** After so many pictures the whole picture is searched again, in case something else was being followed. */
const recheckAfter = 45;
/** Another place is believed when the search is this much surer of it. */
const clearlyBetter = 0.15;

/** A screen that is being followed from picture to picture. */
interface Followed extends FoundScreen {
  readonly misses: number;
  readonly age: number;
}

/**
 * Follows a scanner's screen through a camera's pictures: near its last place first, which takes a few milliseconds,
 * through the whole picture when it is lost. Small movements are calmed, large ones followed at once; a screen that
 * is not seen stays for a few pictures.
 */
export class ScreenTracker {
  private followed: Followed | null = null;

  /** The screen in the next picture, or null; pictures of another size begin anew. */
  see(image: GreyImage): FoundScreen | null {
    const before = this.followed;
    const seen = before === null ? findScreen(image) : this.look(image, before);
    if (seen !== null) this.followed = calm(before, seen, image.width);
    else if (before !== null)
      this.followed = before.misses < mostMisses ? { ...before, misses: before.misses + 1 } : null;
    return this.followed;
  }

  /** The next picture is of something else. */
  forget(): void {
    this.followed = null;
  }

  private look(image: GreyImage, before: Followed): FoundScreen | null {
    const near = lookNear(image, before.corners);
    if (near !== null && before.age < recheckAfter) return near;
    const found = findScreen(image);
    if (near === null || found === null) return found ?? near;
    this.followed = { ...before, age: 0 };
    return found.confidence > near.confidence + clearlyBetter ? found : near;
  }
}

/** The screen where it was, or a little beside. */
function lookNear(image: GreyImage, corners: Quad): FoundScreen | null {
  const refined = refineSides(image, corners, { reach: mostMove * image.width, isKnown: true });
  const small = shrinkImage(image, judgeSize);
  const seen = scaleQuad(refined, 1 / small.factor);
  const confidence = sureness(small, { corners: seen, score: scoreQuad(small, seen) });
  // What was found is believed longer than what is new.
  return confidence < leastConfidence / 2 ? null : { corners: refined, confidence };
}

function calm(before: Followed | null, seen: FoundScreen, width: number): Followed {
  const fresh = { ...seen, misses: 0, age: (before?.age ?? 0) + 1 };
  if (before === null) return fresh;
  const move = cornerDistance(before.corners, seen.corners) / width;
  const belief = Math.min(1, Math.max(leastBelief, move / tremble));
  return { ...fresh, corners: blend(before.corners, seen.corners, belief) };
}

function blend([a, b, c, d]: Quad, [e, f, g, h]: Quad, share: number): Quad {
  const between = (p: Quad[number], q: Quad[number]): Quad[number] => ({
    x: p.x + (q.x - p.x) * share,
    y: p.y + (q.y - p.y) * share,
  });
  return [between(a, e), between(b, f), between(c, g), between(d, h)];
}
