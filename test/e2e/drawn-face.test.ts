// A face that the detector misses, given by hand: a box, a general shape, its points dragged into place, a
// wrong one deleted, and in the end it speaks. Through the built window, the real host and a real browser.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FaceAnalysis } from '#core/people/face-analysis.ts';
import { FACE_HANDLES, FACE_HANDLE_NAMES, type FaceHandle } from '#core/people/face-handles.ts';
import type { Person } from '#core/project/document.ts';
import { writePng } from '#main/media/picture/write-png.ts';
import { resourcePath } from '#main/resource-path.ts';
import { PAINTED_BOX, paintFace } from '../fixtures/painted-face.ts';
import { findChromium, NO_CHROMIUM } from '../support/chromium.ts';
import { mouthMotion } from '../support/mouth-motion.ts';
import { projectDocument } from '../support/project-document.ts';
import { dropFiles, openTestWindow, type TestWindow } from '../support/test-window.ts';

const canRun = findChromium() !== null;
const PICTURE_WIDTH = 1280;
/** What a user puts right so that the mouth moves where the mouth is. */
const FITTED: readonly FaceHandle[] = [
  'noseTip',
  'leftMouthCorner',
  'rightMouthCorner',
  'upperLip',
  'upperLipInside',
  'lowerLipInside',
  'lowerLip',
  'chin',
];
/** What the detector sees of the same face without paint. */
const fixture = new URL('../fixtures/interview2.analysis.json', import.meta.url);
const [, seen] = (JSON.parse(readFileSync(fixture, 'utf8')) as { faces: FaceAnalysis[] }).faces;

describe.skipIf(!canRun)(`a drawn face (${canRun ? 'with Chromium' : NO_CHROMIUM})`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-drawn-'));
  const shots = join(tmpdir(), 'parley-shots');
  let window: TestWindow;
  let page: Page;
  const chips = (): Locator => page.locator('.person-chip');
  const handle = (part: string): Locator => page.locator(`.landmark-handle[data-part=${part}]`);
  const shoot = (name: string) => page.screenshot({ path: join(shots, `drawn-${name}.png`) });
  const people = async (): Promise<readonly Person[]> =>
    (await projectDocument(window.server.studio)).people;
  const drawn = async (): Promise<Person> => {
    const person = (await people()).find(({ source }) => source === 'drawn');
    if (person === undefined) throw new Error('Nobody was drawn.');
    return person;
  };
  const pointOf = ({ face }: Pick<Person, 'face'>, part: FaceHandle): readonly [number, number] => {
    const at = 3 * FACE_HANDLES[part];
    return [face.landmarks[at] ?? NaN, face.landmarks[at + 1] ?? NaN];
  };
  /** Where a pixel of the picture lies on the page. */
  const onPage = async (x: number, y: number): Promise<readonly [number, number]> => {
    const picture = await page.locator('.picture').boundingBox();
    if (picture === null) throw new Error('There is no picture on the monitor.');
    const scale = picture.width / PICTURE_WIDTH;
    return [picture.x + x * scale, picture.y + y * scale];
  };
  const drawBox = async ([x, y, width, height]: readonly number[]): Promise<void> => {
    await page.locator('[data-action="people.draw"]').click();
    await page.mouse.move(...(await onPage(x, y)));
    await page.mouse.down();
    await page.mouse.move(...(await onPage(x + width / 2, y + height / 3)));
    await page.mouse.move(...(await onPage(x + width, y + height)));
    await page.mouse.up();
  };
  /** Takes a handle and moves it by pixels of the picture; the button stays down. */
  const takeHandle = async (part: FaceHandle, dx: number, dy: number): Promise<void> => {
    const box = await handle(part).boundingBox();
    if (box === null) throw new Error(`There is no handle ${part}.`);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const [fromX, fromY] = await onPage(0, 0);
    const [toX, toY] = await onPage(dx, dy);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + (toX - fromX) / 2, y + (toY - fromY) / 2);
    await page.mouse.move(x + toX - fromX, y + toY - fromY);
  };

  beforeAll(async () => {
    mkdirSync(shots, { recursive: true });
    const { data, width, height } = await paintFace();
    await writePng(join(folder, 'painted.png'), data, width, height);
    window = await openTestWindow(folder);
    page = window.page;
    const voices = ['interview2-voice-a.flac', 'interview2-voice-b.flac'];
    const files = voices.map((name) => resourcePath('sample', name));
    await dropFiles(page, '.first-run', [join(folder, 'painted.png'), ...files]);
    await page.locator('.source-label[data-tone=live]').waitFor();
  }, 240_000);
  afterAll(async () => {
    await window.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is missed, is drawn with a box, and is said to be general', async () => {
    expect(await people()).toHaveLength(1);
    const [x, y, width, height] = PAINTED_BOX;
    await drawBox([x - 6, y - 4, width + 4, height + 6]);
    await page.getByText(/No face was seen here, so B has a general shape/).waitFor();
    await handle('chin').waitFor();
    await shoot('general');
    expect(await chips().count()).toBe(2);
    expect(await page.locator('.source-label').innerText()).toContain('faces are placed on it');
    const { face, name } = await drawn();
    expect(name).toBe('B');
    expect(face.confidence).toBe(0);
    PAINTED_BOX.forEach((value, i) =>
      expect(Math.abs((face.box[i] ?? 0) - value)).toBeLessThan(10),
    );
  }, 240_000);

  it('a drag moves its point, Esc drops one, undo and redo know it by name', async () => {
    const before = await drawn();
    const place = () => handle('chin').getAttribute('aria-valuetext');
    const placeBefore = await place();
    await takeHandle('chin', 12, 9);
    await shoot('dragging');
    await page.mouse.up();
    await expect.poll(async () => (await drawn()).face).not.toEqual(before.face);
    const after = await drawn();
    const [x, y] = pointOf(before, 'chin');
    const [toX, toY] = pointOf(after, 'chin');
    expect(Math.hypot(toX - x - 12, toY - y - 9)).toBeLessThan(1);
    for (const part of FACE_HANDLE_NAMES.filter((each) => each !== 'chin'))
      expect(pointOf(after, part)).toEqual(pointOf(before, part));

    await takeHandle('chin', -20, 0);
    await page.keyboard.press('Escape');
    await page.mouse.up();
    expect((await drawn()).face).toEqual(after.face);

    await page.keyboard.press('Control+z');
    await page.getByText('Undid: Move chin of B').waitFor();
    expect((await drawn()).face).toEqual(before.face);
    await expect.poll(place).toBe(placeBefore);
    await page.keyboard.press('Control+Shift+z');
    await page.getByText('Redid: Move chin of B').waitFor();
    expect((await drawn()).face).toEqual(after.face);
    await expect.poll(place).not.toBe(placeBefore);
  }, 240_000);

  it('arrow keys nudge the focused point by a pixel, with Shift by ten', async () => {
    const before = pointOf(await drawn(), 'noseTip');
    await handle('noseTip').focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowUp', 'Shift+ArrowDown'])
      await page.keyboard.press(key);
    await expect
      .poll(async () => {
        const [x, y] = pointOf(await drawn(), 'noseTip');
        return [x - before[0], y - before[1]].map((by) => Number(by.toFixed(2)));
      })
      .toEqual([2, 9]);
  }, 240_000);

  it('comes to fit the mouth when its points are dragged there', async () => {
    if (seen === undefined) throw new Error('The sample shows two people.');
    for (const part of FITTED) {
      const person = await drawn();
      const [x, y] = pointOf(person, part);
      const [toX, toY] = pointOf({ face: seen }, part);
      if (Math.hypot(toX - x, toY - y) < 1) continue;
      await takeHandle(part, toX - x, toY - y);
      await page.mouse.up();
      await expect.poll(async () => (await drawn()).face).not.toEqual(person.face);
    }
    const { face } = await drawn();
    for (const part of FITTED) {
      const [x, y] = pointOf({ face }, part);
      const [toX, toY] = pointOf({ face: seen }, part);
      expect(Math.hypot(toX - x, toY - y)).toBeLessThan(1.5);
    }
    expect(face.mouth.state).toBe('closed');
    await shoot('fitted');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.landmark-layer').count()).toBe(0);
  }, 240_000);

  it('a wrong one is deleted, and comes back when that is undone', async () => {
    await drawBox([1070, 160, 120, 140]);
    await page.getByText(/No face was seen here, so C has a general shape/).waitFor();
    await page.getByRole('button', { name: 'Done' }).click();
    await shoot('wrong');
    await page.mouse.click(...(await onPage(1130, 230)));
    await page.keyboard.press('Delete');
    await expect.poll(() => chips().count()).toBe(2);
    await page.keyboard.press('Control+z');
    await page.getByText('Undid: Remove C').waitFor();
    await expect.poll(() => chips().count()).toBe(3);
    await page.keyboard.press('Control+Shift+z');
    await page.getByText('Redid: Remove C').waitFor();
    await expect.poll(() => chips().count()).toBe(2);
    expect((await people()).map(({ name }) => name)).toEqual(['A', 'B']);
  }, 240_000);

  it('a box around a face that is known adds nobody', async () => {
    const [known] = await people();
    await drawBox(known?.face.box ?? []);
    await page.getByText('This face is A already.').waitFor();
    expect(await chips().count()).toBe(2);
  }, 240_000);

  it('speaks: the mouth follows its own voice in the draft', async () => {
    await page.getByRole('button', { name: /^Accept all/ }).click();
    const document = await projectDocument(window.server.studio);
    const [anna, drawnPerson] = document.people;
    if (anna === undefined || drawnPerson === undefined) throw new Error('There are two people.');
    expect(document.assignments.map(({ personId }) => personId).sort()).toEqual(
      [anna.id, drawnPerson.id].sort(),
    );
    const faces = [anna.face, drawnPerson.face];
    // A speaks from 0.5 s to 5.0 s, B from 5.4 s to 9.2 s.
    const [whileA, whileB] = [
      await mouthMotion(page, faces, PICTURE_WIDTH, { firstFrame: 40, steps: 8 }),
      await mouthMotion(page, faces, PICTURE_WIDTH, { firstFrame: 150, steps: 8 }),
    ];
    await shoot('speaking');
    console.log('mouth motion [A, B] while A speaks', whileA, 'while B speaks', whileB);
    expect(whileB[1]).toBeGreaterThan(2 * (whileA[1] ?? NaN));
    expect(whileA[0]).toBeGreaterThan(2 * (whileB[0] ?? NaN));
    expect(await page.locator('.toast').filter({ hasText: 'not there' }).count()).toBe(0);
    expect(window.complaints).toEqual([]);
  }, 240_000);
});
