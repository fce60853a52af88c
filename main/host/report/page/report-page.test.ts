import { describe, expect, it } from 'vitest';
import type { Inspection, Measurement } from '../report-data.ts';
import { writeReportPage } from './report-page.ts';
import { drawSpeakingLanes, markStep } from './speaking-lanes.ts';

const person = (id: string, name: string): Inspection['people'][number] => ({
  id,
  name,
  box: [100, 100, 80, 100],
  voice: `v${id}`,
  silent: false,
  score: { rate: 25, values: [-1, 0, 1] },
  speaking: [[0.5, 1.5]],
});

const INSPECTION: Inspection = {
  frameRate: { num: 25, den: 1 },
  frames: 100,
  size: [640, 360],
  people: [person('1', 'A'), person('2', '<script>alert("B")</script>')],
  voices: [{ id: 'v1', file: '/somewhere/secret/"a" & <b>.wav', seconds: 4 }],
};
const MEASUREMENT: Measurement = {
  people: [
    {
      lipOwn: 0.61,
      lipOwnViseme: 0.83,
      lipOthers: [{ r: -0.2 }, { r: 0.07 }],
      silentRatio: 0.123,
      eyeMotionListening: 0.0104,
      blinks: 3,
    },
    {
      lipOwn: null,
      lipOwnViseme: null,
      lipOthers: [{ r: null }],
      silentRatio: null,
      eyeMotionListening: null,
      blinks: 0,
    },
  ],
  seams: { count: 2, maxRatio: 1.04 },
};
const FILES = { film: 'a #1 "film".mp4', sheet: 'contact-sheet.png', poster: 'poster.png' };
const page = (measurement: Measurement | null): string =>
  writeReportPage(
    { title: 'A & B', inspection: INSPECTION, measurement, settings: [['Seed', '<7>']] },
    FILES,
  );

describe('the report page', () => {
  it('lets no name become markup and no file name break a link', () => {
    const html = page(MEASUREMENT);
    expect(html).not.toMatch(/<script|<b>|<7>/);
    expect(html).toContain('&lt;script&gt;alert(&quot;B&quot;)&lt;/script&gt;');
    expect(html).toContain('src="./a%20%231%20%22film%22.mp4"');
  });

  it('needs neither network nor script, and shows no folder of the machine', () => {
    expect(page(MEASUREMENT)).not.toMatch(/https?:|src="\/|secret/);
  });

  it('shows the figures that were measured and says which were not', () => {
    const html = page(MEASUREMENT);
    expect(html).toContain('<td>0.61</td>');
    expect(html).toContain('<td>0.07</td>');
    expect(html).toContain('<td>0.010</td>');
    expect(html.match(/not measurable/g)).toHaveLength(5);
    expect(html).toContain('Seams between chunks: 2; the largest jump at a seam is 1.04');
  });

  it('shows no figure at all when nothing was measured', () => {
    const html = page(null);
    expect(html).toContain('This film was not measured.');
    expect(html).not.toContain('Lips follow');
  });
});

describe('the speaking lanes', () => {
  it('draws talk where a person talks and listening where another one does', () => {
    const svg = drawSpeakingLanes(
      [INSPECTION.people[0], { ...person('2', 'B'), speaking: [[2, 3]] }],
      4,
    );
    expect(svg.match(/class="talks" x="125\.0" y="8" width="250\.0"/g)).toHaveLength(1);
    expect(svg.match(/class="listens" x="125\.0" y="44" width="250\.0"/g)).toHaveLength(1);
    expect(svg.match(/class="talks" x="500\.0" y="44" width="250\.0"/g)).toHaveLength(1);
  });

  it('marks time at most thirteen times for films of any usual length', () => {
    for (const seconds of [0.5, 4, 24, 61, 600, 3600])
      expect(seconds / markStep(seconds)).toBeLessThanOrEqual(12);
  });
});
