// Who speaks when: one lane per person, talking solid, listening hatched, silent empty.

import type { InspectedPerson } from '../report-data.ts';
import { escapeHtml } from './escape-html.ts';

const WIDTH = 1000;
const LANE_HEIGHT = 36;
const BAR_HEIGHT = 20;
const SCORE_POINTS = 500;

/** Seconds between two time marks so that there are at most twelve. */
export function markStep(seconds: number): number {
  return [1, 2, 5, 10, 30, 60, 120, 300, 600].find((step) => seconds / step <= 12) ?? 1800;
}

/** SVG of all lanes. @param seconds length of the film */
export function drawSpeakingLanes(people: readonly InspectedPerson[], seconds: number): string {
  const x = (second: number): string => ((second / seconds) * WIDTH).toFixed(1);
  const height = people.length * LANE_HEIGHT;
  const lanes = people.map((_, index) => drawLane(people, index, x)).join('');
  const step = markStep(seconds);
  const marks = Array.from({ length: Math.floor(seconds / step) + 1 }, (_, i) => i * step)
    .map(
      (second) => `<line class="mark" x1="${x(second)}" x2="${x(second)}" y1="0" y2="${height}"/>`,
    )
    .join('');
  const labels = Array.from({ length: Math.floor(seconds / step) + 1 }, (_, i) => i * step)
    .map(
      (second) => `<span style="left:${((second / seconds) * 100).toFixed(2)}%">${second} s</span>`,
    )
    .join('');
  const names = people
    .map((person, i) => `<span class="badge p${i % 8}">${escapeHtml(person.name)}</span>`)
    .join('');
  return (
    `<div class="lanes"><div class="lane-names">${names}</div><div class="lane-time">` +
    `<svg viewBox="0 0 ${WIDTH} ${height}" preserveAspectRatio="none" role="img" aria-label="Who speaks when">${marks}${lanes}</svg>` +
    `<div class="marks">${labels}</div></div></div>`
  );
}

function drawLane(
  people: readonly InspectedPerson[],
  index: number,
  x: (second: number) => string,
): string {
  const person = people[index];
  const top = index * LANE_HEIGHT + (LANE_HEIGHT - BAR_HEIGHT) / 2;
  const bar = (kind: string, [start, end]: readonly [number, number]): string =>
    `<rect class="${kind}" x="${x(start)}" y="${top}" width="${(Number(x(end)) - Number(x(start))).toFixed(1)}" height="${BAR_HEIGHT}"/>`;
  const listening = people
    .filter((_, other) => other !== index)
    .flatMap((other) => other.speaking.map((interval) => bar('listens', interval)));
  const talking = person.speaking.map((interval) => bar('talks', interval));
  return `<g class="p${index % 8}">${listening.join('')}${talking.join('')}${drawScore(person, index, x)}</g>`;
}

/** The speaking score as a line over the lane: top is 1, bottom is -1. */
function drawScore(person: InspectedPerson, index: number, x: (second: number) => string): string {
  const { rate, values } = person.score;
  if (values.length === 0) return '';
  const step = Math.max(1, Math.ceil(values.length / SCORE_POINTS));
  const points = [];
  for (let i = 0; i < values.length; i += step) {
    const y = index * LANE_HEIGHT + LANE_HEIGHT / 2 - (values[i] * BAR_HEIGHT) / 2;
    points.push(`${x(i / rate)},${y.toFixed(1)}`);
  }
  return `<polyline class="score" points="${points.join(' ')}"/>`;
}
