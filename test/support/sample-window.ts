// The sample interview on the screen of a test.
import type { Page } from 'playwright-core';

/** Nothing here measures speed: a busy machine may take its time. */
export const PATIENCE_MS = 90_000;

/** Opens the sample from the first run, and waits for its people and for who speaks what. */
export async function openSample(page: Page): Promise<void> {
  page.setDefaultTimeout(PATIENCE_MS);
  await page.locator('.first-run').getByRole('button', { name: 'Open the sample' }).click();
  // Both people have a voice as soon as the voices have been listened to.
  await page.locator('.person-chip').filter({ hasNotText: 'no voice' }).nth(1).waitFor();
}
