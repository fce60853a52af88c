import { describe, expect, it } from 'vitest';
import { countingIds, fakeFace, fakeImage, fakeVoice } from '../../test/fakes/fake-project.ts';
import type { CommandInput, CommandName } from '../project/commands/registry.ts';
import { EMPTY_DOCUMENT, type ProjectDocument } from '../project/document.ts';
import { planCommand } from '../project/plan-command.ts';
import { DRAFT_FRAME_RATE, secondsToTicks } from '../time/ticks.ts';
import { countFilmFrames, findPaddedVoices } from './film-length.ts';
import { buildPersonTracks } from './person-tracks.ts';

const FRAMES = 250;
const newId = countingIds();

function edit<N extends CommandName>(
  document: ProjectDocument,
  name: N,
  input: CommandInput<N>,
): ProjectDocument {
  return planCommand(document, name, input, newId).document;
}

/** Two people, a voice of ten seconds and one of four. */
function interview(): ProjectDocument {
  let document = edit(EMPTY_DOCUMENT, 'createScene', { picture: fakeImage() });
  document = edit(document, 'addVoice', { name: 'anna', media: fakeVoice('a.wav', 10) });
  document = edit(document, 'addVoice', { name: 'ben', media: fakeVoice('b.wav', 4) });
  return edit(document, 'recordFaces', { faces: [fakeFace(200), fakeFace(800)] });
}

const tracksOf = (document: ProjectDocument, scores: readonly number[]) =>
  buildPersonTracks(
    document,
    scores.map((score, voice) => new Float32Array(voice === 0 ? 250 : 100).fill(score)),
    FRAMES,
    DRAFT_FRAME_RATE,
  );

describe('buildPersonTracks', () => {
  it('lets people without a voice listen', () => {
    const [a, b] = tracksOf(interview(), [0.5, 0.5]);
    for (const track of [a, b]) {
      expect(track.voiceOfFrame.every((voice) => voice === -1)).toBe(true);
      expect(track.scores.every((score) => score === -1)).toBe(true);
    }
  });

  it('gives a voice to its person for as long as it lasts', () => {
    const document = interview();
    const assigned = edit(document, 'assignVoice', {
      voiceId: document.voices[1].id,
      personId: document.people[0].id,
    });
    const [a] = tracksOf(assigned, [0.5, 0.25]);
    expect([...a.voiceOfFrame.subarray(0, 100)]).toEqual(Array<number>(100).fill(1));
    expect(a.scores[50]).toBe(0.25);
    expect([...a.voiceOfFrame.subarray(101)].every((voice) => voice === -1)).toBe(true);
    expect(a.scores[120]).toBe(-1);
  });

  it('changes the person in the middle of a voice', () => {
    const document = interview();
    const voiceId = document.voices[0].id;
    const [first, second] = document.people;
    const half = secondsToTicks(5);
    let split = edit(document, 'assignVoice', { voiceId, personId: first.id, endTick: half });
    split = edit(split, 'assignVoice', { voiceId, personId: second.id, startTick: half });
    const [a, b] = tracksOf(split, [0.5, -1]);
    expect([a.voiceOfFrame[100], a.voiceOfFrame[150]]).toEqual([0, -1]);
    expect([b.voiceOfFrame[100], b.voiceOfFrame[150]]).toEqual([-1, 0]);
  });

  it('follows the voice that speaks more when two meet in one mouth', () => {
    const document = interview();
    const personId = document.people[0].id;
    let both = edit(document, 'assignVoice', { voiceId: document.voices[0].id, personId });
    both = edit(both, 'assignVoice', { voiceId: document.voices[1].id, personId });
    const [a] = tracksOf(both, [0.1, 0.9]);
    expect([a.voiceOfFrame[50], a.voiceOfFrame[150]]).toEqual([1, 0]);
  });

  it('keeps a silent person silent and obeys score keys over everything', () => {
    const document = interview();
    const personId = document.people[0].id;
    let silent = edit(document, 'assignVoice', { voiceId: document.voices[0].id, personId });
    silent = edit(silent, 'setPersonSilent', { personId, silent: true });
    expect(tracksOf(silent, [0.5, 0.5])[0].voiceOfFrame[10]).toBe(-1);
    const set = [
      { tick: secondsToTicks(2), value: 1 },
      { tick: secondsToTicks(3), value: null },
    ];
    const [a] = tracksOf(edit(silent, 'setScoreKeys', { personId, set }), [0.5, 0.5]);
    expect([a.scores[49], a.scores[50], a.scores[74], a.scores[75]]).toEqual([-1, 1, 1, -1]);
  });
});

describe('a person who follows the voice', () => {
  it('keeps a share of the automatic score where keys hold, and only there', () => {
    const document = interview();
    const [{ id: personId }] = document.people;
    let followed = edit(document, 'assignVoice', { voiceId: document.voices[0].id, personId });
    followed = edit(followed, 'setFollowVoice', { personId, followVoice: 0.25 });
    const set = [
      { tick: secondsToTicks(2), value: -1 },
      { tick: secondsToTicks(3), value: null },
    ];
    const [a] = tracksOf(edit(followed, 'setScoreKeys', { personId, set }), [0.5, 0.5]);
    expect([a.scores[49], a.scores[50], a.scores[75]]).toEqual([0.5, -0.625, 0.5]);
  });
});

describe('film length', () => {
  it('is that of the longest voice, and says which are padded', () => {
    const document = interview();
    expect(countFilmFrames(document)).toBe(250);
    expect(findPaddedVoices(document)).toMatchObject([
      { voice: { name: 'ben' }, missingSeconds: 6 },
    ]);
  });
});
