import type { Framing } from '../pixels/framing.ts';
import { type FramingMove, framingMove } from './framing-move.ts';

/** An arrow over a live view: from the kidney's middle, in shares of the sector's box, the way it should go. */
export interface MoveArrow {
  readonly move: FramingMove;
  /** Across and down the sector's box, from 0 to 1. */
  readonly from: { readonly across: number; readonly down: number };
}

/** A direction has to be wanted for so long before it is shown, or given up: an arrow that flickers is worse than none. */
const holdMs = 600;
/** The weight of the newest place: the arrow glides. */
const weight = 0.2;

/** Calms the arrow of a live view: it comes, turns and goes only when the outline has said so for a while. */
export class CalmMove {
  private shown: FramingMove | null = null;
  private wanted: FramingMove | null = null;
  private sinceMs = Number.NEGATIVE_INFINITY;
  private from: MoveArrow['from'] | null = null;

  /** `framing` of the newest picture; null where it shows no kidney, or where the verdict asks for no move. */
  notice(framing: Framing | null, atMs: number): MoveArrow | null {
    const wanted = framing && framingMove(framing);
    if (!isSame(wanted, this.wanted)) [this.wanted, this.sinceMs] = [wanted, atMs];
    if (atMs - this.sinceMs >= holdMs) this.shown = wanted;
    if (framing) this.glide({ across: framing.offCentre + 0.5, down: framing.depth });
    if (this.shown === null) this.from = framing ? this.from : null;
    return this.shown && this.from && { move: this.shown, from: this.from };
  }

  /** Another scene: what was wanted says nothing of it. */
  forget(): void {
    this.shown = this.wanted = this.from = null;
    this.sinceMs = Number.NEGATIVE_INFINITY;
  }

  private glide(to: MoveArrow['from']): void {
    const from = this.from ?? to;
    this.from = {
      across: from.across + weight * (to.across - from.across),
      down: from.down + weight * (to.down - from.down),
    };
  }
}

function isSame(a: FramingMove | null, b: FramingMove | null): boolean {
  return a?.across === b?.across && a?.down === b?.down;
}
