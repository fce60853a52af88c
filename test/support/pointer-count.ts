// Clicks as a user makes them, counted.
import type { Locator } from 'playwright-core';

export class PointerCount {
  private clicks = 0;

  get count(): number {
    return this.clicks;
  }

  async click(target: Locator): Promise<void> {
    await target.click();
    this.clicks++;
  }
}
