// Contact sheet and report beside a film.

import { basename, join } from 'node:path';
import { writeWhole } from '#main/media/disk/part-file.ts';
import { openFrameReader } from '#main/media/film/open-frame-reader.ts';
import { composeContactSheet } from '#main/media/picture/contact-sheet.ts';
import { writePng } from '#main/media/picture/write-png.ts';
import { writeReportPage } from './page/report-page.ts';
import type { ReportInput } from './report-data.ts';
import { collectTiles, SHEET_COLUMNS } from './sheet/collect-tiles.ts';

const TILE_WIDTH = 272;

export interface WrittenReport {
  readonly sheetPath: string;
  readonly pagePath: string;
}

/**
 * Writes `contact-sheet.png`, `poster.png` and `report.html` into `input.folder`, which must hold
 * the film too: the page names it by file name.
 * @throws AppError those of the frame reader and of writing files
 */
export async function writeReport(
  input: ReportInput,
  signal?: AbortSignal,
): Promise<WrittenReport> {
  const { inspection, folder, filmPath } = input;
  const files = { film: basename(filmPath), sheet: 'contact-sheet.png', poster: 'poster.png' };
  const reader = await openFrameReader(filmPath, { signal });
  const { tiles, poster } = await collectTiles(reader, inspection.frames, inspection.people);
  const sheetPath = join(folder, files.sheet);
  await composeContactSheet(sheetPath, tiles, {
    columns: SHEET_COLUMNS,
    tileWidth: TILE_WIDTH,
    title: input.title,
  });
  await writePng(join(folder, files.poster), poster.data, poster.width, poster.height);
  const pagePath = join(folder, 'report.html');
  await writeWhole(pagePath, Buffer.from(writeReportPage(input, files), 'utf8'));
  return { sheetPath, pagePath };
}
