// What the window shows at the moment, by name: an action that acts changes one of these.
import type { Page } from 'playwright-core';

export interface PageFacts {
  /** Page of the window. */
  readonly page: string;
  readonly project: string;
  readonly time: string;
  readonly playing: string;
  readonly volume: string;
  /** Names of the open menus. */
  readonly menu: string;
  /** Heading of the open dialog. */
  readonly dialog: string;
  /** How many keys are selected. */
  readonly keys: string;
  /** The region that has the keys of the keyboard. */
  readonly region: string;
  readonly maximized: string;
  readonly fullScreen: string;
  readonly scale: string;
  /** Everything that is on: tools, overlays, snapping, the way takes are compared. */
  readonly on: string;
  /** Which picture is on the monitor. */
  readonly shows: string;
  /** What is worked at on the picture. */
  readonly picture: string;
  readonly zoom: string;
  /** How far the measuring of a take is. */
  readonly measuring: string;
  /** Text field of a name that is being edited. */
  readonly renaming: string;
  /** Which take is left and which is right. */
  readonly sides: string;
}

/** Read in the page: tests know nothing of its types. */
const READ = `(() => {
  const text = (selector) => document.querySelector(selector)?.textContent ?? '';
  const label = (selector) => document.querySelector(selector)?.getAttribute('aria-label') ?? '';
  const all = (selector) => [...document.querySelectorAll(selector)];
  const name = (each) => each.dataset.action ?? each.getAttribute('aria-label') ?? each.textContent;
  const focused = document.activeElement?.closest('[data-region],[data-f6]');
  const regions = all('[data-region],[data-f6]');
  const dialog = document.querySelector('[role=dialog]');
  return {
    page: text('.page-tabs [aria-current=page]'),
    project: text('.title-bar__project b'),
    time: text('.timecode__now'),
    playing: label('.transport-bar__play'),
    volume: all('.transport-bar button').map((each) => each.getAttribute('aria-label')).join(),
    menu: all('[role=menu]').map(name).join(),
    dialog: dialog?.querySelector('h2,[slot=title]')?.textContent ?? dialog?.getAttribute('aria-label') ?? '',
    keys: all('.status-bar__number').map((each) => each.textContent).find((each) => /key/.test(each)) ?? '',
    region: String(regions.indexOf(focused)),
    maximized: document.querySelector('.studio')?.dataset.maximized ?? '',
    fullScreen: String(document.fullscreenElement !== null),
    scale: document.documentElement.style.zoom,
    on: all('[aria-pressed=true],[aria-checked=true],[data-selected=true]').map(name).join(),
    shows: document.querySelector('[data-shows]')?.dataset.shows ?? '',
    picture: all('.draw-face-layer,.landmark-layer').map((each) => each.getAttribute('class')).join(),
    zoom: document.querySelector('.timeline-toolbar__zoom .slider__thumb')?.style.left ?? '',
    measuring: text('.measure-progress'),
    renaming: all('.take-row input,.person-chip input').map((each) => each.value).join(),
    sides: all('.take-row').map((each) => each.textContent).join(),
  };
})()`;

export function readPage(page: Page): Promise<PageFacts> {
  return page.evaluate<PageFacts>(READ);
}
