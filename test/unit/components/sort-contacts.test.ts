import { expect, test } from 'vitest';
import { type Contact, ContactSorter } from '../../../src/components/sort-contacts.ts';

function start(takes = true) {
  const told: string[] = [];
  const sorter = new ContactSorter({
    begin: ({ id }) => {
      told.push(`begin ${id}`);
      return takes;
    },
    move: ({ id }) => told.push(`move ${id}`),
    end: ({ id }) => told.push(`end ${id}`),
    cancel: () => told.push('cancel'),
    pan: ({ x, y }) => told.push(`pan ${x} ${y}`),
    pinch: ({ at, by, factor }) => told.push(`pinch ${at.x} ${by.x} ${factor}`),
  });
  return { told, sorter };
}

function contact(id: number, change: Partial<Contact> = {}): Contact {
  return { id, kind: 'touch', at: { x: 0, y: 0 }, extent: 20, timeMs: 10_000, ...change };
}

test('one finger works from touch to lift', () => {
  const { told, sorter } = start();
  sorter.down(contact(1));
  sorter.move(contact(1));
  sorter.up(contact(1));
  expect(told).toEqual(['begin 1', 'move 1', 'end 1']);
});

test('a finger that the tool does not take moves the picture', () => {
  const { told, sorter } = start(false);
  sorter.down(contact(1));
  sorter.move(contact(1, { at: { x: 5, y: 2 } }));
  sorter.move(contact(1, { at: { x: 6, y: 2 } }));
  sorter.up(contact(1));
  expect(told).toEqual(['begin 1', 'pan 5 2', 'pan 1 0']);
});

test('a second finger at once makes it a pinch and takes the stroke back', () => {
  const { told, sorter } = start();
  sorter.down(contact(1));
  sorter.down(contact(2, { at: { x: 100, y: 0 }, timeMs: 10_100 }));
  sorter.move(contact(2, { at: { x: 200, y: 0 }, timeMs: 10_200 }));
  sorter.up(contact(2));
  sorter.move(contact(1));
  sorter.up(contact(1));
  expect(told).toEqual(['begin 1', 'cancel', 'pinch 100 50 2']);
});

test('a hand laid down in the middle of a stroke changes nothing', () => {
  const { told, sorter } = start();
  sorter.down(contact(1));
  sorter.down(contact(2, { timeMs: 10_900 }));
  sorter.move(contact(2, { timeMs: 10_950 }));
  sorter.move(contact(1));
  sorter.up(contact(2));
  sorter.up(contact(1));
  expect(told).toEqual(['begin 1', 'move 1', 'end 1']);
});

test('a palm draws nothing, not even when it is small at first', () => {
  const { told, sorter } = start();
  sorter.down(contact(1, { extent: 120 }));
  sorter.move(contact(1, { extent: 120 }));
  sorter.up(contact(1));
  expect(told).toEqual([]);
  sorter.down(contact(2));
  sorter.move(contact(2, { extent: 120 }));
  sorter.up(contact(2));
  expect(told).toEqual(['begin 2', 'cancel']);
});

test('beside a pen a finger draws nothing, two of them still pinch once it is lifted, and later one draws again', () => {
  const { told, sorter } = start();
  sorter.down(contact(7, { kind: 'pen' }));
  sorter.down(contact(1));
  sorter.down(contact(2));
  sorter.move(contact(1));
  sorter.up(contact(1));
  sorter.up(contact(2));
  sorter.up(contact(7, { kind: 'pen', timeMs: 11_000 }));
  expect(told).toEqual(['begin 7', 'end 7']);
  sorter.down(contact(1, { timeMs: 12_000 }));
  sorter.down(contact(2, { timeMs: 12_010, at: { x: 100, y: 0 } }));
  sorter.move(contact(2, { timeMs: 12_020, at: { x: 50, y: 0 } }));
  sorter.up(contact(1));
  sorter.up(contact(2));
  expect(told.slice(2)).toEqual(['pinch 25 -25 0.5']);
  sorter.down(contact(1, { timeMs: 14_100 }));
  expect(told.slice(3)).toEqual(['begin 1']);
});

test('a pen takes over from the hand that touched first, and the device can take any contact away', () => {
  const { told, sorter } = start();
  sorter.down(contact(1));
  sorter.down(contact(7, { kind: 'pen' }));
  sorter.cancel({ id: 7 });
  expect(told).toEqual(['begin 1', 'cancel', 'begin 7', 'cancel']);
});
