import { describe, expect, test } from 'vitest';
import { fakeFace, fakeImage, fakeVoice } from '../../test/fakes/fake-project.ts';
import { interview, stretches, workbench } from '../../test/fakes/workbench.ts';

describe('scene and voices', () => {
  test('a scene takes the even size of its picture', () => {
    const bench = workbench();
    bench.run('createScene', { picture: fakeImage('p.png', 853, 481), seed: 7 });
    expect(bench.document.scene).toMatchObject({ size: [852, 480], seed: 7, plateId: null });
  });

  test('a large picture makes a film of 1920 pixels', () => {
    const bench = workbench();
    bench.run('createScene', { picture: fakeImage('p.png', 3000, 4000) });
    expect(bench.document.scene?.size).toEqual([1440, 1920]);
  });

  test('a second scene is refused', () => {
    const bench = interview();
    expect(() => bench.run('createScene', { picture: fakeImage() })).toThrow(
      /already has a picture/,
    );
  });

  test('an odd film size is refused with the place of the mistake', () => {
    const bench = interview();
    expect(() => bench.run('setSceneSettings', { size: [853, 480] })).toThrow(/size\.0/);
  });

  test('a name becomes one line', () => {
    const bench = interview();
    bench.run('addVoice', { name: ' a\nb\t"%d"\u0007 🎤 ', media: fakeVoice('c.wav') });
    expect(bench.document.voices[2].name).toBe('a b "%d" 🎤');
    expect(() => bench.run('addVoice', { name: ' \n ', media: fakeVoice('d.wav') })).toThrow(
      /letter/,
    );
  });

  test('removing a voice takes its assignments and its media along', () => {
    const bench = interview();
    const [anna] = bench.document.voices;
    const [a] = bench.document.people;
    bench.run('assignVoice', { voiceId: anna.id, personId: a.id });
    bench.run('removeVoice', { voiceId: anna.id });
    expect(bench.document.voices.map(({ name }) => name)).toEqual(['ben']);
    expect(bench.document.assignments).toEqual([]);
    expect(bench.document.media).toHaveLength(2);
  });

  test('more than sixteen voices are refused', () => {
    const bench = workbench();
    for (let i = 0; i < 16; i++) bench.run('addVoice', { name: 'v', media: fakeVoice() });
    expect(() => bench.run('addVoice', { name: 'v', media: fakeVoice() })).toThrow(
      /at most 16 voices/,
    );
  });
});

describe('faces', () => {
  test('people are ordered and named from left to right', () => {
    const { people } = interview().document;
    expect(people.map(({ name, face }) => [name, face.box[0]])).toEqual([
      ['A', 200],
      ['B', 800],
    ]);
  });

  test('a second analysis keeps what the user said about a person at the same place', () => {
    const bench = interview();
    const [a, b] = bench.document.people;
    bench.run('renamePerson', { personId: b.id, name: 'Ben' });
    bench.run('setPersonSilent', { personId: b.id, silent: true });
    bench.run('setMatte', { personId: b.id, media: fakeImage('m.png') });
    bench.run('recordFaces', { faces: [fakeFace(500), fakeFace(805), fakeFace(195)] });
    const { people } = bench.document;
    expect(people.map(({ name, silent }) => [name, silent])).toEqual([
      ['A', false],
      ['B', false],
      ['Ben', true],
    ]);
    expect(people[0].id).toBe(a.id);
    expect(people[2].id).toBe(b.id);
    expect(people[2].face.box[0]).toBe(805);
    expect(people[2].matteId).not.toBeNull();
  });

  test('a person who is gone takes assignments, keys and matte along', () => {
    const bench = interview();
    const [a, b] = bench.document.people;
    bench.run('assignVoice', { voiceId: bench.document.voices[0].id, personId: b.id });
    bench.run('setScoreKeys', { personId: b.id, set: [{ tick: 0, value: 1 }] });
    bench.run('setMatte', { personId: b.id, media: fakeImage('m.png') });
    bench.run('recordFaces', { faces: [fakeFace(200)] });
    expect(bench.document.people.map(({ id }) => id)).toEqual([a.id]);
    expect(bench.document.assignments).toEqual([]);
    expect(bench.document.scoreKeys).toEqual([]);
    expect(bench.document.media.some(({ kind }) => kind === 'matte')).toBe(false);
  });

  test('a ninth person is refused', () => {
    const bench = interview();
    const faces = Array.from({ length: 9 }, (_, i) => fakeFace(i * 140));
    expect(() => bench.run('recordFaces', { faces })).toThrow(/faces/);
  });

  test('a matte of another size than the picture is refused', () => {
    const bench = interview();
    const personId = bench.document.people[0].id;
    const input = { personId, media: fakeImage('m.png', 640, 360) };
    expect(() => bench.run('setMatte', input)).toThrow('matte is 640x360, the picture is 1280x720');
  });
});

describe('assignments', () => {
  test('a proposal never touches what the user has decided', () => {
    const bench = interview();
    const [anna] = bench.document.voices;
    const [a, b] = bench.document.people;
    const range = { voiceId: anna.id, personId: b.id, startTick: 100, endTick: 200 };
    bench.run('assignVoice', range);
    bench.run('proposeAssignments', {
      proposals: [{ voiceId: anna.id, personId: a.id, confidence: 0.8 }],
    });
    const expected = ['0-100 A proposal', '100-200 B user', '200-end A proposal'];
    expect(stretches(bench.document)).toEqual(expected);
    bench.run('proposeAssignments', { proposals: [] });
    expect(stretches(bench.document)).toEqual(['100-200 B user']);
  });

  test('the user overrides proposals and earlier decisions, in ranges and whole', () => {
    const bench = interview();
    const [anna] = bench.document.voices;
    const [a, b] = bench.document.people;
    bench.run('assignVoice', { voiceId: anna.id, personId: a.id });
    const range = { voiceId: anna.id, personId: null, startTick: 50, endTick: 60 };
    bench.run('assignVoice', range);
    expect(stretches(bench.document)).toEqual([
      '0-50 A user',
      '50-60 nobody user',
      '60-end A user',
    ]);
    bench.run('assignVoice', { voiceId: anna.id, personId: b.id });
    expect(stretches(bench.document)).toEqual(['0-end B user']);
  });

  test('a range outside the voice is refused', () => {
    const bench = interview();
    const [anna] = bench.document.voices;
    const input = { voiceId: anna.id, personId: null, startTick: anna.durationTicks };
    expect(() => bench.run('assignVoice', input)).toThrow(/holds nothing of voice anna/);
  });

  test('proposals that overlap each other are refused', () => {
    const bench = interview();
    const proposal = { voiceId: bench.document.voices[0].id, personId: null, confidence: 1 };
    const input = { proposals: [proposal, proposal] };
    expect(() => bench.run('proposeAssignments', input)).toThrow(/overlaps/);
  });

  test('an unknown person is named', () => {
    const bench = interview();
    const input = { voiceId: bench.document.voices[0].id, personId: 'nobody' };
    expect(() => bench.run('assignVoice', input)).toThrow('no person "nobody"');
  });
});
