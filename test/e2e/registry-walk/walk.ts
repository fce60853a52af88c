// Does actions as a user does, by key or from a menu, and sees what comes of it.
import { readdirSync } from 'node:fs';
import { DRAFT_FRAME_RATE, frameToTicks } from '#core/time/ticks.ts';
import { formatTimecode } from '../../../renderer/lib/timeline/timecode.ts';
import type { Page } from 'playwright-core';
import type { TestWindow } from '../../support/test-window.ts';
import type { HostFacts } from './host-facts.ts';
import { readPage, type PageFacts } from './page-facts.ts';
import { MENU_GROUPS, type RegisteredAction } from './window-registry.ts';

/** The window saves how it is viewed this long after a change. */
const VIEW_SAVED_MS = 400;

/** What the host says is in the window after this long, on the slowest of machines. */
const HEARD_MS = 250;

export type WindowPage = 'assign' | 'animate' | 'review' | 'deliver';

export class Walk {
  readonly window: TestWindow;
  readonly page: Page;
  readonly host: HostFacts;
  /** Dialogs of the system that were asked for. */
  choosers = 0;

  constructor(window: TestWindow, host: HostFacts) {
    this.window = window;
    this.page = window.page;
    this.host = host;
    this.page.on('filechooser', () => this.choosers++);
  }

  facts(): Promise<PageFacts> {
    return readPage(this.page);
  }

  /** Everything in the folder of projects, backups included. */
  projectFiles(): readonly string[] {
    return readdirSync(this.window.server.projectsFolder, { recursive: true, encoding: 'utf8' });
  }

  async view() {
    await this.page.waitForTimeout(VIEW_SAVED_MS);
    return this.host.view();
  }

  /** @param chords as the registry writes them, by physical code */
  async press(...chords: readonly string[]): Promise<void> {
    await this.settle();
    for (const chord of chords) await this.page.keyboard.press(chord.replace('Ctrl+', 'Control+'));
  }

  /** Chooses an entry of the menus. */
  async choose({ id, group }: RegisteredAction): Promise<void> {
    const found = Object.entries(MENU_GROUPS).find(([, groups]) => groups.includes(group));
    if (found === undefined) throw new Error(`No menu has the group "${group}".`);
    const [menu, [main]] = found;
    await this.page.locator(`[data-menu="${menu}"]`).click();
    // The way of the pointer through a menu is for other tests; there are two hundred entries.
    if (main !== group)
      await this.page.locator(`.menu [data-submenu="${group}"]`).dispatchEvent('click');
    await this.page
      .locator(`.menu [data-action="${id}"]:not([aria-disabled=true])`)
      .dispatchEvent('click');
  }

  /** As between two thoughts: nothing open, nothing playing, nothing focused. */
  async rest(): Promise<void> {
    await this.settle();
    for (let layers = 0; layers < 4; layers++) {
      const { menu, dialog, renaming, picture, fullScreen, playing } = await this.facts();
      if (fullScreen === 'true') await this.page.evaluate('document.exitFullscreen()');
      else if (playing.startsWith('Pause')) await this.press('KeyK');
      else if (menu !== '' || dialog !== '' || renaming !== '' || picture !== '')
        await this.press('Escape');
      else break;
    }
    await this.page.evaluate('document.activeElement?.blur()');
  }

  /** The window has heard what the host said last, and has drawn it. */
  async settle(): Promise<void> {
    const since = Date.now() - this.host.changedAt;
    if (since < HEARD_MS) await this.page.waitForTimeout(HEARD_MS - since);
    await this.page.evaluate(
      'new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)))',
    );
  }

  async onPage(page: WindowPage): Promise<void> {
    const digit = ['assign', 'animate', 'review', 'deliver'].indexOf(page) + 1;
    await this.press(`Alt+Digit${digit}`);
    await this.page.locator(`.page-tabs__tab:nth-child(${digit})[aria-current=page]`).waitFor();
  }

  /** No keys, voices or seams selected: arrows move the playhead. */
  async atFrame(frame: number): Promise<void> {
    await this.press('Ctrl+Shift+KeyA', 'Home');
    for (let tens = 0; tens < Math.floor(frame / 10); tens++) await this.press('Shift+ArrowRight');
    for (let ones = 0; ones < frame % 10; ones++) await this.press('ArrowRight');
    const there = formatTimecode(frameToTicks(frame, DRAFT_FRAME_RATE), DRAFT_FRAME_RATE);
    await this.page.locator('.timecode__now').filter({ hasText: there }).waitFor();
  }

  /** A key of the first person's curve at a frame, alone selected. */
  async withKeyAt(frame: number): Promise<void> {
    await this.onPage('animate');
    await this.atFrame(frame);
    await this.press('KeyA');
    await this.page.getByText(/^1 of \d+ keys?$/).waitFor();
  }

  /** Does `press` and waits until the document has followed. */
  async edit(...chords: readonly string[]): Promise<void> {
    const before = this.host.document;
    await this.press(...chords);
    await this.until(() => this.host.document !== before);
    await this.settle();
  }

  async until(isSo: () => boolean): Promise<void> {
    const end = Date.now() + 20_000;
    while (!isSo()) {
      if (Date.now() > end) throw new Error('What was waited for has not come.');
      await this.page.waitForTimeout(10);
    }
  }

  async selectVoice(index: number): Promise<void> {
    const grip = this.page.locator('.media-bin__grip').nth(index);
    if ((await grip.getAttribute('aria-pressed')) !== 'true') await grip.click();
    await this.page.evaluate('document.activeElement?.blur()');
  }

  async selectPerson(index: number): Promise<void> {
    const chip = this.page.locator('.person-chip__main').nth(index);
    if ((await chip.getAttribute('aria-pressed')) !== 'true') await chip.click();
    await this.page.evaluate('document.activeElement?.blur()');
  }
}
