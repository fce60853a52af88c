import { describe, expect, it } from 'vitest';
import { placeBeside } from './use-place-beside.ts';

const room = { width: 1180, height: 720 };
const card = { width: 280, height: 110 };

describe('a card beside an element', () => {
  it('stands centred above or below it, or at its right, with a gap', () => {
    const anchor = { left: 500, top: 300, width: 40, height: 20 };
    expect(placeBeside(anchor, card, room, 'top')).toEqual({ left: 380, top: 180 });
    expect(placeBeside(anchor, card, room, 'bottom')).toEqual({ left: 380, top: 330 });
    expect(placeBeside(anchor, card, room, 'right')).toEqual({ left: 550, top: 308 });
  });

  it('never leaves the window', () => {
    const corner = { left: 1150, top: 700, width: 30, height: 20 };
    expect(placeBeside(corner, card, room, 'bottom')).toEqual({ left: 892, top: 602 });
    const start = { left: 0, top: 0, width: 30, height: 20 };
    expect(placeBeside(start, card, room, 'top')).toEqual({ left: 8, top: 8 });
  });
});
