// F6: puts the keys into the next region of the window, where they were the last time.

const REGION = '[data-region],[data-f6]';
const FOCUSABLE =
  'button:not([disabled]):not([tabindex="-1"]),a[href],input:not([disabled]),select,textarea,[tabindex]:not([tabindex="-1"])';

/** Region -> what had the keys there. */
const lastFocused = new WeakMap<Element, HTMLElement>();

const isShown = (element: HTMLElement): boolean =>
  element.checkVisibility({ visibilityProperty: true });

export function moveRegion(by: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>(REGION)].filter(
    (region) => isShown(region) && region.parentElement?.closest(REGION) === null,
  );
  if (regions.length === 0) return;
  const focused = document.activeElement;
  const at = regions.findIndex((region) => region.contains(focused));
  if (at >= 0 && focused instanceof HTMLElement) lastFocused.set(regions[at], focused);
  const start = at < 0 && by < 0 ? 0 : at;
  for (let step = 1; step <= regions.length; step++) {
    const region = regions[(start + by * step + regions.length * 2) % regions.length];
    if (focusIn(region)) return;
  }
}

function focusIn(region: HTMLElement): boolean {
  const before = lastFocused.get(region);
  const wanted =
    before?.isConnected === true && isShown(before)
      ? before
      : [...region.querySelectorAll<HTMLElement>(FOCUSABLE)].find(isShown);
  wanted?.focus({ focusVisible: true });
  return wanted !== undefined && document.activeElement === wanted;
}
