import type { Point } from '../pixels/sector.ts';

interface Edge {
  readonly from: Point;
  readonly to: Point;
  readonly left: number;
  readonly right: number;
}

/** More comparisons than this are not worth the wait. */
const mostComparisons = 5_000_000;

/** Whether two edges of a ring cross; touching is no crossing. False, too, for a ring too long to tell. */
export function crossesItself(ring: readonly Point[]): boolean {
  const edges = edgesOf(ring).sort((a, b) => a.left - b.left);
  let comparisons = 0;
  for (const [index, edge] of edges.entries()) {
    for (let other = index + 1; other < edges.length; other++) {
      const next = edges[other];
      if (next === undefined || next.left > edge.right) break;
      if (++comparisons > mostComparisons) return false;
      if (areCrossed(edge, next)) return true;
    }
  }
  return false;
}

function edgesOf(ring: readonly Point[]): Edge[] {
  return ring.map((from, i) => {
    const to = ring[(i + 1) % ring.length] ?? from;
    return { from, to, left: Math.min(from.x, to.x), right: Math.max(from.x, to.x) };
  });
}

function areCrossed(a: Edge, b: Edge): boolean {
  return isParted(a, b) && isParted(b, a);
}

/** Whether an edge's ends lie on different sides of the line through another. */
function isParted({ from, to }: Edge, edge: Edge): boolean {
  return side(from, to, edge.from) * side(from, to, edge.to) < 0;
}

function side(a: Point, b: Point, { x, y }: Point): number {
  return Math.sign((b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x));
}
