// The picture of the README: `node scripts/docs/draw-frame-sheet.ts out/demo/interview.mp4 docs/pictures/sample-film.png`.

import { cutRegion } from '#main/host/report/sheet/cut-region.ts';
import { openFrameReader } from '#main/media/film/open-frame-reader.ts';
import { composeContactSheet, type ContactTile } from '#main/media/picture/contact-sheet.ts';

const COLUMNS = 3;
const TILE_WIDTH = 400;
/** Seconds into the sample film: turns, the overlap, a blink, a listener's look. */
const MOMENTS = [2.36, 5.72, 12.2, 15.76, 17.56, 20.96];

const [filmPath, outPath] = process.argv.slice(2);
if (outPath === undefined) {
  console.error('Give a film and the PNG to write.');
  process.exitCode = 2;
} else {
  const reader = await openFrameReader(filmPath);
  const rate = reader.rate === null ? 25 : reader.rate.num / reader.rate.den;
  const wanted = MOMENTS.map((second) => Math.round(second * rate));
  const tiles: ContactTile[] = [];
  for await (const frame of reader) {
    const place = wanted.indexOf(frame.index);
    if (place >= 0) tiles[place] = cutRegion(frame, [0, 0, frame.width, frame.height]);
    if (frame.index >= Math.max(...wanted)) break;
  }
  await composeContactSheet(outPath, tiles, { columns: COLUMNS, tileWidth: TILE_WIDTH });
}
