// Every text that the page shows or says, and the texts that have no room.
import type { Page } from 'playwright-core';

export interface PageTexts {
  /** What is written, and what a screen reader says beside it. */
  readonly texts: readonly string[];
  /** Cut off without dots, outside the window, or over another text. */
  readonly withoutRoom: readonly string[];
}

/** Runs in the page, where Node's types know nothing. */
const READ = `(() => {
  const SLACK_PX = 2;
  const scope = [...document.querySelectorAll('[role=dialog],[role=menu]')].at(-1) ?? document.body;
  const isShown = (element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    element.closest('.visually-hidden,.key-tree,[hidden],script,style,kbd,.menu__key') === null;
  /** Null: nothing of it is on screen, because it lies in what can be scrolled there. */
  const roomOf = (element) => {
    const room = { left: 0, top: 0, right: innerWidth, bottom: innerHeight, isKind: false };
    for (let box = element; box !== null; box = box.parentElement) {
      const style = getComputedStyle(box);
      if (style.position === 'fixed') break;
      if (style.overflowX === 'visible' && style.overflowY === 'visible') continue;
      if (style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none') room.isKind = true;
      if (/auto|scroll/.test(style.overflowX + style.overflowY)) room.isKind = true;
      const { left, top, right, bottom } = box.getBoundingClientRect();
      room.left = Math.max(room.left, left);
      room.top = Math.max(room.top, top);
      room.right = Math.min(room.right, right);
      room.bottom = Math.min(room.bottom, bottom);
    }
    return room;
  };
  const texts = [];
  const withoutRoom = [];
  const shown = [];
  const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
  while (walker.nextNode() !== null) {
    const text = walker.currentNode.textContent.trim();
    const element = walker.currentNode.parentElement;
    if (text === '' || !isShown(element)) continue;
    texts.push(text);
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    const room = roomOf(element);
    for (const { left, top, right, bottom } of range.getClientRects()) {
      const isOut =
        left < room.left - SLACK_PX || right > room.right + SLACK_PX ||
        top < room.top - SLACK_PX || bottom > room.bottom + SLACK_PX;
      if (isOut && !room.isKind) withoutRoom.push('cut off: ' + text);
      const seen = {
        text, element,
        left: Math.max(left, room.left), right: Math.min(right, room.right),
        top: Math.max(top, room.top), bottom: Math.min(bottom, room.bottom),
      };
      if (seen.right > seen.left && seen.bottom > seen.top) shown.push(seen);
    }
  }
  // Name plates lie on the picture, toasts over everything.
  const flat = shown.filter(({ element }) => element.closest('.picture-overlay,.toasts') === null);
  for (const [index, one] of flat.entries())
    for (const other of flat.slice(index + 1)) {
      const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      if (width > 2 * SLACK_PX && height > 3 * SLACK_PX && one.element !== other.element)
        withoutRoom.push('over each other: ' + one.text + ' | ' + other.text);
    }
  for (const element of scope.querySelectorAll('[aria-label],[title],[placeholder],[aria-description]'))
    if (isShown(element))
      for (const name of ['aria-label', 'title', 'placeholder', 'aria-description'])
        texts.push(element.getAttribute(name) ?? '');
  if (document.documentElement.scrollWidth > innerWidth) withoutRoom.push('the page scrolls sideways');
  return { texts: texts.filter((text) => text !== ''), withoutRoom: [...new Set(withoutRoom)] };
})()`;

export async function pageTexts(page: Page): Promise<PageTexts> {
  return page.evaluate<PageTexts>(READ);
}
