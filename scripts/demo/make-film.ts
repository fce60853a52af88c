// The steps of the demo: new, analyze, render, measure, report. Each is skipped when its result is there.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import {
  inspectionSchema,
  measurementSchema,
  type Inspection,
  type Measurement,
} from '#main/host/report/report-data.ts';
import { writeReport, type WrittenReport } from '#main/host/report/write-report.ts';
import { VERSION } from '#main/host/version.ts';
import { checkInputFile } from '#main/media/disk/input-file.ts';
import { findTools } from '#main/media/ffmpeg/find.ts';
import { readPictureFacts } from '#main/media/picture/read-picture-facts.ts';
import type { DemoOptions } from './demo-options.ts';
import { hashFile, hashInputs, readRecord, takeOf, writeRecord, type Take } from './demo-record.ts';
import { runParley } from './run-parley.ts';

export interface DemoResult extends WrittenReport {
  readonly filmPath: string;
  readonly projectPath: string;
  readonly isMeasured: boolean;
}

/** Longer films are not measured by the demo: a minute of two people takes about four minutes. */
const MEASURED_SECONDS = 60;

const renderSchema = z.object({
  films: z
    .array(
      z.object({
        frames: z.number(),
        size: z.tuple([z.number(), z.number()]),
        seed: z.number(),
        chunksRendered: z.number(),
        chunksReused: z.number(),
      }),
    )
    .length(1),
});

/** @param say prints one line. Throws AppError and ParleyFailure. */
export async function makeFilm(
  options: DemoOptions,
  root: string,
  say: (line: string) => void,
): Promise<DemoResult> {
  await checkInputs(options);
  const record = await readRecord(options.folder);
  const projectOf = (name: string): string => join(options.folder, `${name}.parley`);
  let take = takeOf(record, await hashInputs(options), (name) => existsSync(projectOf(name)));
  const keep = async (changed: Take): Promise<void> => {
    take = changed;
    const others = record.takes.filter(({ inputs }) => inputs !== changed.inputs);
    await writeRecord(options.folder, { takes: [...others, changed] });
  };
  // Written first: a run that is killed in between finds its own project again.
  await keep(take);

  const projectPath = projectOf(take.name);
  const filmPath = join(options.folder, `${take.name}.mp4`);
  if (existsSync(projectPath)) say('The project is there already; going on with it.');
  else {
    say('Making the project');
    await runParley(root, ['new', projectPath, ...newArguments(options)]);
  }
  if (!(await isAnalyzed(root, projectPath))) {
    say('Finding the people and their turns');
    await runParley(root, ['analyze', projectPath]);
  }
  say('Rendering the film');
  const rendered = await runParley(root, ['render', projectPath, '--out', filmPath]);
  const film = renderSchema.parse(rendered).films[0];
  const inspection = inspectionSchema.parse(await runParley(root, ['inspect', projectPath]));
  const measurement = await measure(root, { filmPath, projectPath, inspection }, take, keep, say);
  say('Writing the contact sheet and the report');
  const written = await writeReport({
    title: options.title,
    filmPath,
    folder: options.folder,
    inspection: await toFilmPixels(inspection, options.image, film.size),
    measurement,
    settings: await describeSettings(film.seed, film.size),
  });
  return { ...written, filmPath, projectPath, isMeasured: measurement !== null };
}

/** One sentence about a wrong file before anything is made. */
async function checkInputs({ image, voices, plate, mattes }: DemoOptions): Promise<void> {
  for (const path of [image, ...(plate === null ? [] : [plate]), ...mattes]) {
    await checkInputFile(path, 'picture');
  }
  for (const path of voices) await checkInputFile(path, 'recording');
}

function newArguments({ image, voices, names, plate, mattes, size, seed }: DemoOptions): string[] {
  const option = (name: string, values: readonly (string | null)[]): string[] =>
    values.filter((value) => value !== null).map((value) => `--${name}=${value}`);
  return [
    ...option('image', [image]),
    ...option('voice', voices),
    ...option('name', names),
    ...option('plate', [plate]),
    ...option('matte', mattes),
    ...option('size', [size]),
    ...option('seed', [seed]),
  ];
}

async function isAnalyzed(root: string, projectPath: string): Promise<boolean> {
  const { people } = z
    .object({ people: z.array(z.object({ score: z.unknown() })) })
    .parse(await runParley(root, ['inspect', projectPath]));
  return people.length > 0 && people.every(({ score }) => score !== null && score !== undefined);
}

async function measure(
  root: string,
  film: { filmPath: string; projectPath: string; inspection: Inspection },
  take: Take,
  keep: (take: Take) => Promise<void>,
  say: (line: string) => void,
): Promise<Measurement | null> {
  const { frames, frameRate } = film.inspection;
  if ((frames * frameRate.den) / frameRate.num > MEASURED_SECONDS) {
    say(
      `The film is longer than ${MEASURED_SECONDS} s and is not measured here; "parley measure" does it.`,
    );
    return null;
  }
  const filmSha256 = await hashFile(film.filmPath);
  if (take.measured?.filmSha256 === filmSha256) return take.measured.figures;
  say('Measuring the film: finding every face in every frame again');
  const measured = await runParley(root, ['measure', film.filmPath, '--project', film.projectPath]);
  const figures = measurementSchema.parse(measured);
  await keep({ ...take, measured: { filmSha256, figures } });
  return figures;
}

/** Face boxes are kept in pixels of the picture, which may be larger or smaller than the film. */
async function toFilmPixels(
  inspection: Inspection,
  picturePath: string,
  [width, height]: readonly [number, number],
): Promise<Inspection> {
  const picture = await readPictureFacts(picturePath);
  const scaleX = width / picture.width;
  const scaleY = height / picture.height;
  const people = inspection.people.map((person) => {
    const [x, y, boxWidth, boxHeight] = person.box;
    const box: [number, number, number, number] = [
      x * scaleX,
      y * scaleY,
      boxWidth * scaleX,
      boxHeight * scaleY,
    ];
    return { ...person, box };
  });
  return { ...inspection, size: [width, height], people };
}

async function describeSettings(
  seed: number,
  [width, height]: readonly [number, number],
): Promise<readonly (readonly [string, string])[]> {
  const tools = await findTools();
  return [
    ['Generator', 'draft, built in'],
    ['Seed', String(seed)],
    ['Size', `${width} x ${height}`],
    ['Parley', VERSION],
    ['Node', process.versions.node],
    ['ffmpeg', tools.ffmpeg.version],
  ];
}
