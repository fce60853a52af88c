// Walks over the page as somebody without a pointer does.
import type { Page } from 'playwright-core';

/** More stops than any page of the window has. */
const MOST_STOPS = 150;

/** Tab until what `selector` names has the keys. @throws Error when Tab does not lead there */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if ((await page.locator(`${selector}:focus`).count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${selector}.`);
}
