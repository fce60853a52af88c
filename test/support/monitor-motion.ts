// What moves on the monitor: pictures of a part of the page, compared.
import type { Page } from 'playwright-core';
import sharp from 'sharp';

export interface PageBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Mean absolute difference of neighbouring pictures, in levels of 255, over `shots` pictures. */
export async function motionIn(page: Page, clip: PageBox, shots = 8): Promise<number> {
  let before: Uint8Array | null = null;
  let sum = 0;
  for (let shot = 0; shot < shots; shot++) {
    const png = await page.screenshot({ clip });
    const pixels = await sharp(png).greyscale().raw().toBuffer();
    if (before !== null) {
      let difference = 0;
      for (let i = 0; i < pixels.length; i++) difference += Math.abs(pixels[i] - before[i]);
      sum += difference / pixels.length;
    }
    before = pixels;
    await page.waitForTimeout(120);
  }
  return sum / (shots - 1);
}

/** Mean level of a picture, 0..255. */
export async function brightness(png: Uint8Array): Promise<number> {
  const pixels = await sharp(png).greyscale().raw().toBuffer();
  return pixels.reduce((sum, level) => sum + level, 0) / pixels.length;
}
