// The bars on real pictures and voices, which only developers' machines have (../shared/media).

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parley } from '../support/parley.ts';
import { sharedFile } from '../support/sample.ts';

interface MeasuredPerson {
  readonly silentRatio: number;
  readonly eyeMotionListening: number;
  readonly lipOthers: readonly { readonly r: number; readonly rOutside: number }[];
}

interface Measured {
  readonly people: readonly MeasuredPerson[];
  readonly seams: { readonly maxRatio: number };
  readonly reference: {
    readonly meanLipSpeaking: number;
    readonly people: readonly { readonly lipSpeaking: number }[];
  };
}

const picture = sharedFile('media', '2p-0.png');
const voices = [sharedFile('media', '2p-0-left.wav'), sharedFile('media', '2p-0-right.wav')];
const published = sharedFile('media', 'interact_11.mp4');
if (picture === null)
  console.log('skipped: bars on the published film: ../shared/media is not here');

describe.skipIf(picture === null)('a film of the published pair', () => {
  let folder: string;
  let measured: Measured;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'parley-published-'));
    const inputs = [
      '--image',
      picture ?? '',
      '--voice',
      voices[0] ?? '',
      '--voice',
      voices[1] ?? '',
    ];
    await parley(['new', 'pair.parley', ...inputs], folder);
    await parley(['render', 'pair.parley'], folder);
    const question = [
      'measure',
      'pair.mp4',
      '--project',
      'pair.parley',
      '--reference',
      published ?? '',
    ];
    measured = (await parley(question, folder)) as unknown as Measured;
    console.log('measured:', JSON.stringify(measured));
  }, 400_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('moves the lips as the published film does while speaking', () => {
    expect(measured.reference.meanLipSpeaking).toBeGreaterThanOrEqual(0.5);
    for (const { lipSpeaking } of measured.reference.people) {
      expect(lipSpeaking).toBeGreaterThanOrEqual(0.4);
    }
  });

  it('does not mouth the other person', () => {
    for (const { lipOthers } of measured.people) {
      for (const { r } of lipOthers) expect(r).toBeLessThanOrEqual(0.15);
    }
  });

  it('keeps a silent mouth nearly still', () => {
    for (const { silentRatio } of measured.people) expect(silentRatio).toBeLessThanOrEqual(0.25);
  });

  it('lets listeners move their eyes as much as the published ones', () => {
    for (const { eyeMotionListening } of measured.people) {
      expect(eyeMotionListening).toBeGreaterThanOrEqual(0.008);
      expect(eyeMotionListening).toBeLessThanOrEqual(0.016);
    }
  });

  it('shows no seam', () => {
    expect(measured.seams.maxRatio).toBeLessThanOrEqual(1.5);
  });
});
