// Figures read from the film, each with what it means and what is good.

import type { InspectedPerson, Measurement } from '../report-data.ts';
import { escapeHtml } from './escape-html.ts';

const NONE = '<span class="quiet">not measurable</span>';

/** A figure with two or three digits; null says so instead of showing a zero. */
function show(value: number | null, digits = 2): string {
  return value === null ? NONE : value.toFixed(digits);
}

export function drawFiguresTable(
  people: readonly InspectedPerson[],
  measurement: Measurement,
): string {
  const rows: (readonly [label: string, meaning: string, cell: (person: number) => string])[] = [
    [
      'Lips follow the own voice',
      'whole film: correlation of lip opening, found again in the pixels, with the level of the own voice; 0 is chance',
      (p) => show(measurement.people[p].lipOwn),
    ],
    [
      'Lips form the sounds',
      'while speaking: correlation with the opening that the sounds ask for',
      (p) => show(measurement.people[p].lipOwnViseme),
    ],
    [
      'Lips follow other voices',
      'the same with every other voice, highest; should be near 0 or below',
      (p) => show(highest(measurement.people[p].lipOthers.map(({ r }) => r))),
    ],
    [
      'Lips at rest while silent',
      'lip movement while silent over lip movement while speaking; 0 keeps still',
      (p) => show(measurement.people[p].silentRatio),
    ],
    [
      'Eyes alive while listening',
      'mean movement of the eyes per frame in face units; people measure about 0.010',
      (p) => show(measurement.people[p].eyeMotionListening, 3),
    ],
    ['Blinks', 'counted in the film', (p) => String(measurement.people[p].blinks)],
  ];
  const head = people
    .map((person, i) => `<th><span class="badge p${i % 8}">${escapeHtml(person.name)}</span></th>`)
    .join('');
  const body = rows
    .map(([label, meaning, cell]) => {
      const cells = people.map(
        (_, p) => `<td>${p < measurement.people.length ? cell(p) : NONE}</td>`,
      );
      return `<tr><th scope="row">${label}<small>${meaning}</small></th>${cells.join('')}</tr>`;
    })
    .join('');
  const { count, maxRatio } = measurement.seams;
  const seams =
    count === 0
      ? 'The film was rendered in one piece: there is no seam.'
      : `Seams between chunks: ${count}; the largest jump at a seam is ${show(maxRatio)} times the 95th percentile of ordinary frame-to-frame change.`;
  return `<table><thead><tr><td></td>${head}</tr></thead><tbody>${body}</tbody></table><p>${seams}</p>`;
}

function highest(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : Math.max(...known);
}
