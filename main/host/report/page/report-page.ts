// The report as one page: the film, its people, who speaks when, figures, settings. Pure text.

import type { InspectedPerson, ReportInput } from '../report-data.ts';
import { escapeHtml, fileUrl } from './escape-html.ts';
import { drawFiguresTable } from './figures-table.ts';
import { REPORT_STYLE } from './report-style.ts';
import { drawSpeakingLanes } from './speaking-lanes.ts';

export interface PageFiles {
  /** Names of files beside the page. */
  readonly film: string;
  readonly sheet: string;
  readonly poster: string;
}

/** HTML that needs nothing but the files beside it: no script, no network. */
export function writeReportPage(
  input: Omit<ReportInput, 'filmPath' | 'folder'>,
  files: PageFiles,
): string {
  const { inspection, measurement, settings } = input;
  const { people, size, frames, frameRate } = inspection;
  const seconds = (frames * frameRate.den) / frameRate.num;
  const title = escapeHtml(input.title);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title} - Parley report</title><style>${REPORT_STYLE}</style></head><body><main>
<h1>${title}</h1>
<div class="quiet">Draft film, ${size[0]} x ${size[1]}, ${frames} frames, ${seconds.toFixed(2)} s. AI-generated: the people were made to talk from a picture and recordings.</div>
<video controls preload="metadata" src="${fileUrl(files.film)}" poster="${fileUrl(files.poster)}"></video>
<h2>People</h2>
<div class="people">${people.map((person, i) => drawPerson(person, i, input, files.poster)).join('')}</div>
<h2>Who speaks when</h2>
${drawSpeakingLanes(people, seconds)}
<p class="quiet">Solid: talks. Pale: listens to somebody. Empty: nobody talks. The line is the speaking score from -1 to 1.</p>
<h2>Measured in the finished film</h2>
${measurement === null ? '<p>This film was not measured.</p>' : drawFiguresTable(people, measurement)}
<h2>Contact sheet</h2>
<a href="${fileUrl(files.sheet)}"><img class="sheet" src="${fileUrl(files.sheet)}" alt="Frames of the film over time and every mouth in speech"></a>
<h2>How it was made</h2>
<dl>${settings.map(([label, value]) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl>
<footer class="quiet">Written by Parley. Every figure on this page was read from the film or from the project.</footer>
</main></body></html>
`;
}

/** A round crop of the poster, the name, and what the person does. */
function drawPerson(
  person: InspectedPerson,
  index: number,
  { inspection }: Pick<ReportInput, 'inspection'>,
  poster: string,
): string {
  const [x, y, width, height] = person.box;
  const side = Math.max(width, height) * 1.3;
  const view = [x + width / 2 - side / 2, y + height / 2 - side / 2, side, side];
  const [frameWidth, frameHeight] = inspection.size;
  const voice = inspection.voices.find(({ id }) => id === person.voice);
  const talks = person.speaking.reduce((sum, [start, end]) => sum + end - start, 0);
  const role =
    person.silent || voice === undefined
      ? 'listens'
      : `speaks ${escapeHtml(voice.file.split(/[\\/]/).at(-1) ?? '')}, ${talks.toFixed(1)} s in ${person.speaking.length} turns`;
  return (
    `<div class="person p${index % 8}"><svg viewBox="${view.map((value) => value.toFixed(1)).join(' ')}">` +
    `<image href="${fileUrl(poster)}" width="${frameWidth}" height="${frameHeight}"/></svg>` +
    `<div><span class="badge">${escapeHtml(person.name)}</span><small>${role}</small></div></div>`
  );
}
