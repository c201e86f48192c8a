import type { Point } from '../pixels/sector.ts';

/** One report about a finger, a pen or a mouse over the stage. */
export interface Contact {
  readonly id: number;
  readonly kind: 'touch' | 'pen' | 'mouse';
  /** Stage point, CSS pixels. */
  readonly at: Point;
  /** The larger side of what touches, CSS pixels; 1 or less where the device does not measure it. */
  readonly extent: number;
  readonly timeMs: number;
}

/** What a stage does with its contacts. */
export interface ContactTarget {
  /** A contact asks to work; false leaves it to move the picture. */
  begin(contact: Contact): boolean;
  move(contact: Contact): void;
  end(contact: Contact): void;
  /** The work was no work: it turned out to be a pinch or a palm. */
  cancel(): void;
  pan(by: Point): void;
  /** The point between two fingers moved by `by` to `at`, and they spread by `factor`. */
  pinch(pinch: { readonly at: Point; readonly by: Point; readonly factor: number }): void;
}

/** A fingertip measures 8–14 mm, 30 to 60 CSS pixels; a palm or the side of a hand is larger. */
const palmExtent = 80;
/** The fingers of a pinch land within this time; a second finger later than this is a resting hand. */
const pinchMs = 300;
/** So long after a pen was seen, one finger draws nothing: the hand that holds the pen rests on the screen. */
const penMs = 3000;

interface Owner {
  readonly contact: Contact;
  readonly isPanning: boolean;
}

/**
 * Says of each contact whether it works with the tool, moves the picture or is a resting hand: one pen, mouse or
 * finger works; two fingers pinch; what is as large as a palm, and a single finger near a pen, does nothing.
 */
export class ContactSorter {
  private readonly fingers = new Map<number, Point>();
  private owner: Owner | null = null;
  private penSeenMs = Number.NEGATIVE_INFINITY;

  constructor(private readonly target: ContactTarget) {}

  down(contact: Contact): void {
    if (contact.kind === 'touch') this.touch(contact);
    else this.point(contact);
  }

  move(contact: Contact): void {
    if (contact.kind === 'pen') this.penSeenMs = contact.timeMs;
    const before = this.fingers.get(contact.id);
    const isPalm = before !== undefined && contact.extent > palmExtent;
    if (before) this.fingers.set(contact.id, contact.at);
    if (isPalm) this.cancel(contact);
    else if (this.owner?.contact.id === contact.id) this.follow(contact, this.owner);
    else if (before && this.owner === null && this.fingers.size === 2) this.pinch(contact, before);
  }

  up(contact: Contact): void {
    if (contact.kind === 'pen') this.penSeenMs = contact.timeMs;
    this.fingers.delete(contact.id);
    if (this.owner?.contact.id !== contact.id) return;
    const { isPanning } = this.owner;
    this.owner = null;
    if (!isPanning) this.target.end(contact);
  }

  /** The device took the contact away, as it does with a palm. */
  cancel({ id }: Pick<Contact, 'id'>): void {
    this.fingers.delete(id);
    if (this.owner?.contact.id === id) this.giveUp();
  }

  private point(contact: Contact): void {
    if (contact.kind === 'pen') {
      this.penSeenMs = contact.timeMs;
      this.fingers.clear();
      this.giveUp();
    }
    if (this.owner === null) this.take(contact);
  }

  private touch(contact: Contact): void {
    if (contact.extent > palmExtent || this.owner?.contact.kind === 'pen') return;
    const working = this.owner !== null && !this.owner.isPanning ? this.owner.contact : null;
    if (working !== null && contact.timeMs - working.timeMs > pinchMs) return;
    this.fingers.set(contact.id, contact.at);
    if (this.fingers.size > 1) this.giveUp();
    else if (contact.timeMs - this.penSeenMs > penMs) this.take(contact);
  }

  private take(contact: Contact): void {
    // Known before the tool is asked, so that a tool that throws leaves no contact without an owner.
    this.owner = { contact, isPanning: true };
    this.owner = { contact, isPanning: !this.target.begin(contact) };
  }

  private giveUp(): void {
    const isWorking = this.owner !== null && !this.owner.isPanning;
    this.owner = null;
    if (isWorking) this.target.cancel();
  }

  private follow(contact: Contact, { contact: before, isPanning }: Owner): void {
    if (!isPanning) {
      this.target.move(contact);
      return;
    }
    this.owner = { contact, isPanning };
    this.target.pan({ x: contact.at.x - before.at.x, y: contact.at.y - before.at.y });
  }

  private pinch(contact: Contact, before: Point): void {
    const other = [...this.fingers].find(([id]) => id !== contact.id)?.[1];
    if (other === undefined) return;
    const spread = (from: Point): number => Math.max(1, Math.hypot(from.x - other.x, from.y - other.y));
    const { at } = contact;
    this.target.pinch({
      at: { x: (at.x + other.x) / 2, y: (at.y + other.y) / 2 },
      by: { x: (at.x - before.x) / 2, y: (at.y - before.y) / 2 },
      factor: spread(at) / spread(before),
    });
  }
}
