// `npm run bench:ui`: the window in Chromium, served by `parley serve`, on projects of one and ten
// hours. `npm run bench:ui -- open timeline`: only these parts.
//
// What a step costs is read from a trace of Chromium: the time for which scripts held the window's
// thread from one wheel event to the next, so the handler, everything that it sets off in stores and
// React, the drawing in the next frame, timers, answers that arrive and the collection of garbage. It
// is processor time of the thread, as other work on the machine would only add to it; the same by the
// clock stands beside it.

import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchEdit } from './bench-edit.ts';
import { benchOpen, OPEN_BAR } from './bench-open.ts';
import { benchPlayback } from './bench-playback.ts';
import { benchRender } from './bench-render.ts';
import { benchTimeline, compareLengths } from './bench-timeline.ts';
import { benchWavesurfer } from './bench-wavesurfer.ts';
import { serve, type BenchServer } from './bench-window.ts';
import { isOver, keepFigures, machine, tableOf, type Figure } from './figures.ts';
import {
  makeLongProject,
  makeWithFewerKeys,
  recordingsOf,
  type LongProject,
} from './long-project.ts';

const KEYS_PER_LANE = 10_000;
const ONE_HOUR: LongProject = { name: 'one hour', seconds: 3600, keysPerLane: KEYS_PER_LANE };
const TEN_HOURS: LongProject = { name: 'ten hours', seconds: 36_000, keysPerLane: KEYS_PER_LANE };
/** The hour with as many keys as the bar of opening speaks of, over all lanes. */
const TEN_THOUSAND_KEYS: LongProject = {
  name: 'ten thousand keys',
  seconds: 3600,
  keysPerLane: 2500,
};
/** Long enough to play two minutes of it, with as many keys a minute as the hour has. */
const TWO_MINUTES: LongProject = { name: 'two minutes', seconds: 125, keysPerLane: 350 };

/** Projects stay here: to hear ten hours takes half an hour, once. */
const folder = process.env['PARLEY_BENCH'] ?? join(tmpdir(), 'parley-bench-ui');
const resultPath = join(import.meta.dirname, '../../../out/bench/ui.json');

const folderOf = ({ name }: LongProject): string => join(folder, name.replaceAll(' ', '-'));

async function withProject(
  project: LongProject,
  measure: (server: BenchServer, name: string) => Promise<Figure[]>,
): Promise<Figure[]> {
  const projects = folderOf(project);
  await makeLongProject(projects, project);
  const server = await serve(projects);
  try {
    return await measure(server, project.name);
  } finally {
    await server.stop();
  }
}

async function benchLengths(): Promise<Figure[]> {
  const one = await withProject(ONE_HOUR, (server, name) => benchTimeline(server, name, 'animate'));
  const ten = await withProject(TEN_HOURS, (server, name) =>
    benchTimeline(server, name, 'animate'),
  );
  return [...one, ...ten, ...compareLengths(one, ten)];
}

async function openTenThousand(): Promise<Figure[]> {
  const heardPath = await makeLongProject(folderOf(ONE_HOUR), ONE_HOUR);
  makeWithFewerKeys(folderOf(TEN_THOUSAND_KEYS), TEN_THOUSAND_KEYS, heardPath);
  return withProject(TEN_THOUSAND_KEYS, (server, name) => benchOpen(server, name, OPEN_BAR));
}

const PARTS: Readonly<Record<string, () => Promise<Figure[]>>> = {
  timeline: benchLengths,
  hour: () => withProject(ONE_HOUR, (server, name) => benchTimeline(server, name, 'animate')),
  assign: () => withProject(ONE_HOUR, (server, name) => benchTimeline(server, name, 'assign')),
  open: openTenThousand,
  openHour: () => withProject(ONE_HOUR, (server, name) => benchOpen(server, name, null)),
  wavesurfer: async () => {
    await makeLongProject(folderOf(ONE_HOUR), ONE_HOUR);
    return benchWavesurfer(recordingsOf(folderOf(ONE_HOUR), ONE_HOUR.seconds));
  },
  render: () => withProject(TWO_MINUTES, benchRender),
  playback: () => withProject(TWO_MINUTES, benchPlayback),
  edit: () => withProject(TWO_MINUTES, benchEdit),
};
const BY_DEFAULT = ['timeline', 'assign', 'open', 'wavesurfer', 'render', 'playback', 'edit'];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0)
  throw new Error(`There is no ${unknown.join(', ')}; there is ${Object.keys(PARTS).join(', ')}.`);
console.log(`The window on ${machine()}; projects in ${folder}`);
const figures: Figure[] = [];
for (const name of asked.length > 0 ? asked : BY_DEFAULT) {
  const found = await PARTS[name]();
  console.log(`\n${name}\n${tableOf(found)}`);
  figures.push(...found);
}
keepFigures(resultPath, figures);
const over = figures.filter(isOver).length;
console.log(
  `\n${availableParallelism()} cores. ${over} of ${figures.filter(({ bar }) => bar !== null).length} bars are over.`,
);
